"""Somebody is answered in the language of their first words, when the wijk offers it; and can change it."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
import pytest_asyncio

from bot.chat import Words
from domain.invitations import Grant
from tests.bot.scripted import BOOMGAARD, Street, sqlite, street

pytestmark = pytest.mark.asyncio

ARABIC = "المصباح أمام العمارة مكسور منذ أسابيع"
VIOLENCE = "جاري يضرب زوجته وأسمعها تصرخ"
UKRAINIAN = "ліхтар за нашим будинком не працює вже кілька тижнів"
DUTCH = "de lantaarn achter de flat is al weken stuk"
KEPT = {"ar": "تم حفظ", "uk": "збережено", "nl": "is bewaard", "pl": "jest zapisane", "tr": "kaydedildi"}


@pytest_asyncio.fixture
async def here(folder: Path) -> AsyncIterator[Street]:
    """A wijk that offers every language."""
    async with street(sqlite(folder)) as opened:
        yield opened


@pytest_asyncio.fixture
async def only_two(folder: Path) -> AsyncIterator[Street]:
    """A wijk that offers Dutch and English."""
    async with street(sqlite(folder), None, (replace(BOOMGAARD, languages=("nl", "en")),)) as opened:
        yield opened


async def answer(at: Street, who: str, text: str) -> str:
    """Everything that somebody hears after this."""
    await at.says(who, text)
    return "\n".join(await at.hears(who))


@pytest.mark.parametrize(("text", "language"), [(ARABIC, "ar"), (UKRAINIAN, "uk"), (DUTCH, "nl")])
async def test_the_first_sentence_says_the_language(here: Street, text: str, language: str) -> None:
    """Somebody new gets receipt, welcome and question in the language of what they wrote."""
    heard = await answer(here, "samira", text)
    assert KEPT[language] in heard
    assert "112" in heard


async def test_who_was_greeted_in_another_language_is_greeted_anew(here: Street) -> None:
    """A link is answered in Dutch; the first sentence in Arabic gets the whole welcome in Arabic."""
    assert "Hallo." in await answer(here, "samira", "/start boomgaard")
    heard = await answer(here, "samira", ARABIC)
    assert KEPT["ar"] in heard
    assert "نحذف رسالتكم بعد 3 أشهر" in heard


async def test_a_greeting_is_enough_for_somebody_new(here: Street) -> None:
    """Who only says hello in a language that we know is welcomed in it."""
    assert "Merhaba." in await answer(here, "emre", "Merhaba")
    assert "أهلاً بكم" in await answer(here, "samira", "السلام عليكم")


async def test_a_word_that_works_is_answered_in_its_language(here: Street) -> None:
    """`statüs` in Arabic as very first word: the answer is Arabic."""
    assert "ليس لديكم ملاحظات بعد" in await answer(here, "samira", "حالة")


async def test_hello_is_no_wish_for_english(here: Street) -> None:
    """Everybody says hello and ok, also as their very first word."""
    assert "Hallo." in await answer(here, "anja", "hello")
    await answer(here, "bram", "/start boomgaard")
    assert "Hallo." in await answer(here, "bram", "hi")


async def test_a_chosen_language_stays(here: Street) -> None:
    """Who chose Turkish reads Turkish, also when they write in Dutch because the wijkverband reads that."""
    await answer(here, "emre", "/start boomgaard")
    await answer(here, "emre", "taal")
    await answer(here, "emre", "Türkçe")
    assert KEPT["tr"] in await answer(here, "emre", DUTCH)


async def test_the_first_language_stays(here: Street) -> None:
    """A later signal in another language is kept as it is; the answers stay in the language of the person."""
    await answer(here, "samira", ARABIC)
    assert KEPT["ar"] in await answer(here, "samira", DUTCH)


async def test_it_can_always_be_changed(here: Street) -> None:
    """By the word for it and the name of the language, whatever was guessed."""
    await answer(here, "samira", ARABIC)
    assert "Polski" not in await answer(here, "samira", "لغة")  # the names stand on the buttons
    here.button("samira", "Polski")
    assert "po polsku" in await answer(here, "samira", "polski")
    assert KEPT["pl"] in await answer(here, "samira", DUTCH)


async def test_a_wijk_offers_what_its_settings_say(only_two: Street) -> None:
    """Where Arabic is not on offer it is answered in Dutch, by first words and by the phone."""
    assert KEPT["nl"] in await answer(only_two, "samira", ARABIC)
    await only_two.take(only_two.event("emre", Words("status"), language="tr"))
    assert "U heeft nog geen signalen" in "\n".join(await only_two.hears("emre"))
    await answer(only_two, "samira", "taal")
    with pytest.raises(StopIteration):
        only_two.button("samira", "العربية")


async def test_danger_is_answered_in_its_own_language_everywhere(only_two: Street) -> None:
    """The number to call comes in Arabic also where the wijk does not offer Arabic."""
    heard = await answer(only_two, "samira", VIOLENCE)
    assert "0800-2000" in heard
    assert "هل هناك خطر الآن" in heard


async def test_a_role_is_read_in_dutch(here: Street) -> None:
    """A professional who chose Turkish reads words of the role in Dutch, those for residents in Turkish."""
    await here.becomes("sanne", Grant.PROFESSIONAL, "wijkverpleging")
    await answer(here, "sanne", "taal")
    assert "Türkçe konuşuyoruz" in await answer(here, "sanne", "Türkçe")
    assert "Vraag 1" in await answer(here, "sanne", "uitvraag")
    assert "bildiriminiz yok" in await answer(here, "sanne", "durum")
