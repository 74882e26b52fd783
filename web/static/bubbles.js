// One message in a chat.

import { icon, linked, make } from "./elements.js";
import { say, written } from "./words.js";

/**
 * The element of a bubble. `view` says who looks (`me`), what people are called (`name`), whether there are
 * buttons (`typed`), and what to do on `press` and `edit`.
 */
export function bubble(message, view) {
  if (message.start) return opening(message, view);
  const mine = message.author !== "" && message.author === view.me;
  const item = make("li", {
    class: `bubble ${mine ? "mine" : message.author ? "other" : "bot"}${message.removed ? " removed" : ""}`,
    "data-id": message.id,
  });
  const body = make("div", { class: "body" });
  const named = view.group && !mine;
  body.append(make("p", { class: named ? "author" : "unseen" }, view.name(message.author)));
  body.append(...content(message));
  body.append(foot(message, mine));
  item.append(body);
  if (mine && !message.removed && !message.place) item.append(pencil(message, item, view));
  if (message.buttons.length) item.append(choices(message, view));
  return item;
}

export function day(at) {
  return make("li", { class: "day" }, make("time", { datetime: at }, written(at, "day")));
}

function opening(message, view) {
  return make("li", { class: "opening", "data-id": message.id }, say("web-started", { name: view.name(message.author) }));
}

function content(message) {
  if (message.removed) return [make("p", { class: "gone" }, icon("bin"), say("web-removed"))];
  return [
    message.file && (message.file.image ? picture(message.file) : sheet(message.file)),
    message.place && place(message.place),
    message.text && make("p", { class: "text", dir: "auto" }, ...linked(message.text)),
  ].filter(Boolean);
}

function picture(file) {
  const image = make("img", { src: file.url, alt: file.alt || say("web-photo-of") });
  return make("a", { class: "picture", href: file.url, target: "_blank" }, image);
}

function sheet(file) {
  const name = file.name || say("web-file");
  return make(
    "a",
    { class: "sheet", href: file.url, target: "_blank", "aria-label": say("web-open-file", { name }) },
    icon("file"),
    make("span", {}, make("strong", {}, name), file.alt ? make("small", { dir: "auto" }, file.alt) : ""),
  );
}

function place([latitude, longitude]) {
  const where = `${latitude.toFixed(4)}, ${longitude.toFixed(4)}`;
  return make("p", { class: "place" }, icon("place"), make("span", {}, say("web-place-shared"), make("small", {}, where)));
}

function foot(message, mine) {
  const changed = message.edited && !message.removed ? say(mine || message.author ? "web-edited" : "web-updated") : "";
  return make(
    "p",
    { class: "foot" },
    changed ? make("span", {}, changed) : "",
    make("time", { datetime: message.at }, written(message.at, "time")),
  );
}

function pencil(message, item, view) {
  const edit = () => view.edit(message);
  let pressing = 0;
  item.addEventListener("touchstart", () => (pressing = setTimeout(edit, 550)), { passive: true });
  for (const over of ["touchend", "touchmove", "touchcancel"]) {
    item.addEventListener(over, () => clearTimeout(pressing), { passive: true });
  }
  return make("button", { class: "pencil", type: "button", "aria-label": say("web-edit"), on: { click: edit } }, icon("pencil"));
}

function choices(message, view) {
  if (view.typed) return typedChoices(message);
  const chosen = message.buttons.some((button) => button.by);
  const keys = message.buttons.map((button) => key(button, view));
  return make("div", { class: `keys${chosen ? " answered" : ""}` }, ...keys);
}

function typedChoices(message) {
  const lines = message.buttons.map((button, index) => make("li", { dir: "auto" }, unnumbered(button.label, index + 1)));
  return make("ol", { class: "numbers", "aria-label": say("web-typed") }, ...lines);
}

/** A label that begins with its own number does not need it twice. */
function unnumbered(label, number) {
  return label.replace(new RegExp(`^${number}[.)]?\\s+`), "");
}

// A pressed button stays where the focus is; `disabled` would throw the focus to the top of the page.
function key(button, view) {
  const press = (event) => {
    if (event.currentTarget.getAttribute("aria-disabled") === "true") return;
    event.currentTarget.setAttribute("aria-disabled", "true");
    view.press(button.token);
  };
  const attributes = { type: "button", dir: "auto", "data-token": button.token, on: { click: press } };
  if (!button.by) return make("button", attributes, button.label);
  const chosen = view.group ? say("web-pressed-by", { name: view.name(button.by) }) : say("web-pressed");
  attributes.class = "chosen";
  attributes["aria-label"] = `${button.label}, ${chosen}`;
  attributes["aria-disabled"] = button.by === view.me && "true";
  return make("button", attributes, icon("check"), button.label);
}
