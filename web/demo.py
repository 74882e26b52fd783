"""The page of the demo: phones side by side, a time line, and the button that jumps to what is next due."""

from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib import resources
from pathlib import Path
from typing import Any, Final

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.templating import Jinja2Templates

from web.app import Reasons, health
from web.chats import Chats
from web.guard import LOOPBACK, Guard
from web.news import News
from web.stage import Demo, Lines, Moment, Phone
from web.words import LANGUAGES, spoken, words

HERE: Final = Path(__file__).parent
FONTS: Final = {
    "latin.ttf": ("fontpkg_noto_sans", "NotoSans[wdth,wght].ttf"),
    "arabic.ttf": ("fontpkg_noto_sans_arabic", "NotoSansArabic[wdth,wght].ttf"),
}
"""The fonts of the reports serve the page too."""

Restart = Callable[[], Awaitable[None]]


async def _well() -> tuple[str, ...]:
    return ()


class Site:
    """The application (`app`). `close` lets open pages go, before the server is stopped."""

    def __init__(
        self,
        lines: Lines,
        demo: Demo,
        *,
        restart: Restart | None = None,
        reasons: Reasons = _well,
        pages: Sequence[BaseRoute] = (),
        hosts: tuple[str, ...] = LOOPBACK,
    ) -> None:
        self._demo = demo
        self._restart = restart
        self._news = News()
        self._busy = False
        self._templates = Jinja2Templates(HERE / "templates")
        self._unwatch = lines.watch(lambda chat: self._news.tell("chat", chat))
        routes = [*self._routes(), *Chats(lines, demo.phones).routes(), health(reasons), *pages]
        self.app = Starlette(routes=routes, middleware=[Middleware(Guard, hosts=hosts)])

    def close(self) -> None:
        self._unwatch()
        self._news.close()

    def _routes(self) -> list[Route | Mount]:
        return [
            Route("/", self._page),
            Route("/demo", self._state),
            Route("/events", self._events),
            Route("/next", self._next, methods=["POST"]),
            Route("/fill", self._fill, methods=["POST"]),
            Route("/restart", self._again, methods=["POST"]),
            Route("/font/{name}", _font),
            Mount("/static", StaticFiles(directory=HERE / "static")),
        ]

    async def _page(self, request: Request) -> Response:
        language = spoken(request.query_params.get("lang"))
        context = {
            "lang": language,
            "languages": LANGUAGES,
            "words": words(language),
            "restart": self._restart is not None,
        }
        return self._templates.TemplateResponse(request, "demo.html", context)

    async def _state(self, request: Request) -> JSONResponse:
        said = words(spoken(request.query_params.get("lang")))
        now = self._demo.now()
        timeline = [
            _moment(moment, said) | {"past": moment.at <= now} for moment in await self._demo.timeline()
        ]
        phones = [_phone(phone, said) for phone in await self._demo.phones()]
        return JSONResponse(
            {"now": now.isoformat(), "timeline": timeline, "phones": phones, "busy": self._busy}
        )

    async def _events(self, _request: Request) -> StreamingResponse:
        return StreamingResponse(self._news.read(), media_type="text/event-stream")

    async def _next(self, request: Request) -> JSONResponse:
        said = words(spoken(request.query_params.get("lang")))
        with self._alone():
            moment = await self._demo.next_moment()
        return JSONResponse({"moment": _moment(moment, said) if moment else None})

    async def _fill(self, _request: Request) -> JSONResponse:
        with self._alone():
            async for progress in self._demo.fill_month():
                self._news.tell("progress", [progress.done, progress.total])
        return JSONResponse({})

    async def _again(self, _request: Request) -> JSONResponse:
        if self._restart is None:
            raise HTTPException(404)
        with self._alone():
            await self._restart()
        return JSONResponse({})

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """One jump in time at once; all pages hear when it begins and ends."""
        if self._busy:
            raise HTTPException(409)
        self._busy = True
        self._news.tell("busy", value=True)
        try:
            yield
        finally:
            self._busy = False
            self._news.tell("busy", value=False)


def _moment(moment: Moment, said: dict[str, str]) -> dict[str, Any]:
    return {"at": moment.at.isoformat(), "what": said[moment.what], "about": moment.about}


def _phone(phone: Phone, said: dict[str, str]) -> dict[str, Any]:
    """A phone for the page, in words. A key is looked up; what is no key is the words themselves."""
    return {
        "id": phone.id,
        "chat": phone.chat,
        "name": said.get(phone.name, phone.name),
        "role": said.get(phone.role, phone.role),
        "hint": said.get(phone.hint, phone.hint),
        "example": said.get(phone.example, phone.example),
        "group": phone.room is not None,
        "speakers": [{"id": one.id, "name": said.get(one.name, one.name)} for one in phone.speakers],
        "language": phone.language,
        "place": phone.place is not None,
        "typed": phone.typed,
        "front": phone.front,
    }


async def _font(request: Request) -> FileResponse:
    if request.path_params["name"] not in FONTS:
        raise HTTPException(404)
    package, name = FONTS[request.path_params["name"]]
    path = Path(str(resources.files(package))) / "files" / name
    return FileResponse(path, media_type="font/ttf", headers={"cache-control": "max-age=86400"})
