// One phone: its chat, drawn message by message so that focus and place in the chat stay.

import { bubble, day } from "./bubbles.js";
import { read } from "./calls.js";
import { Composer } from "./composer.js";
import { icon, make } from "./elements.js";
import { say, written } from "./words.js";

const NEAR_THE_END = 90;

export class Phone {
  constructor(about, page) {
    Object.assign(this, about);
    this.page = page;
    this.bubbles = [];
    this.drawn = new Map();
    this.loading = false;
    this.again = false;
    this.met = false;
    this.composer = new Composer(this);
    this.build();
    this.stayAtEnd();
  }

  build() {
    this.list = make("ol", { class: "chat" });
    this.hintLine = make("p", { class: "hint" }, make("span", { dir: "auto" }, this.hint), this.example && this.exampleKey());
    this.startKey = make("button", { type: "button", class: "main start", on: { click: () => this.open() } }, say("web-start"));
    this.below = make("button", { type: "button", class: "below", hidden: true, on: { click: () => this.toEnd() } }, icon("down"), say("web-below"));
    const label = say("web-chat-of", { name: this.name });
    this.scroller = make("div", { class: "scroll", role: "log", tabindex: "0", "aria-label": label }, this.hintLine, this.list, this.startKey);
    this.element = make(
      "section",
      { class: "phone", id: `phone-${this.id}`, "data-kind": this.group ? "group" : "person", "aria-label": `${this.name}, ${this.role}` },
      make("header", {}, avatar(this), make("div", {}, make("h2", {}, this.name), make("p", {}, this.role))),
      this.scroller,
      this.below,
      this.composer.element,
    );
  }

  exampleKey() {
    const type = { click: () => this.composer.type(this.example) };
    const label = say("web-example", { text: this.example });
    return make("button", { type: "button", class: "example", dir: "auto", "aria-label": label, on: type }, this.example);
  }

  /** Get the chat anew. While one answer is awaited, any number of changes make one more request. */
  async load() {
    if (this.loading) {
      this.again = true;
      return;
    }
    this.loading = true;
    try {
      this.take((await read(`/phone/${this.id}`)).bubbles);
    } finally {
      this.loading = false;
    }
    if (this.again) {
      this.again = false;
      await this.load();
    }
  }

  take(bubbles) {
    const last = this.bubbles.at(-1)?.id;
    this.bubbles = bubbles;
    this.draw();
    if (!this.met) this.toNews(this.page.seen[this.id] ?? bubbles.at(-1)?.id);
    else if (bubbles.at(-1)?.id !== last) this.arrived(last);
    this.met = true;
    this.page.changed(this);
  }

  /** Follow the chat for who reads along; who looks back is told that there is more below. */
  arrived(last) {
    if (this.pinned || this.isMine(this.bubbles.at(-1))) this.toNews(last);
    else this.below.hidden = false;
  }

  draw() {
    this.startKey.hidden = this.group || this.bubbles.length > 0;
    const items = [];
    let date = "";
    for (const message of this.bubbles) {
      const today = written(message.at, "day");
      if (today !== date) items.push(this.keep(`day ${message.id}`, today, () => day(message.at)));
      date = today;
      items.push(this.keep(message.id, JSON.stringify([message, this.composer.speaker]), () => bubble(message, this.view())));
    }
    this.arrange(items);
  }

  /** The element drawn before, unless what it shows changed. */
  keep(id, state, create) {
    const old = this.drawn.get(id);
    if (old?.state === state) return old.element;
    const element = create();
    this.drawn.set(id, { state, element });
    if (old) swap(old.element, element);
    return element;
  }

  arrange(items) {
    const wanted = new Set(items);
    for (const child of [...this.list.children]) if (!wanted.has(child)) child.remove();
    items.forEach((item, index) => {
      if (this.list.children[index] !== item) this.list.insertBefore(item, this.list.children[index] ?? null);
    });
  }

  view() {
    return {
      me: this.composer.speaker,
      group: this.group,
      typed: this.typed,
      name: (id) => this.nameOf(id),
      press: (token) => this.composer.post("press", { token }),
      edit: (message) => this.composer.edit(message),
    };
  }

  nameOf(id) {
    if (!id) return say("web-bot");
    return this.speakers.find((one) => one.id === id)?.name ?? (id === this.id ? this.name : id);
  }

  isMine(message) {
    return message !== undefined && (message.author === this.id || this.speakers.some((one) => one.id === message.author));
  }

  /** How many messages of others stand after the message `seen`. */
  unread(seen) {
    const from = this.bubbles.findIndex((message) => message.id === seen) + 1;
    return this.bubbles.slice(from).filter((message) => !this.isMine(message)).length;
  }

  changedSpeaker() {
    if (this.composer.editing) this.composer.stop();
    this.draw();
  }

  touched() {
    this.page.touched(this);
  }

  async open() {
    await this.composer.post("start");
    this.composer.focus();
  }

  /** Begin where the new messages begin, when they are longer than the phone. */
  toNews(seen) {
    this.toEnd();
    const first = this.bubbles[this.bubbles.findIndex((message) => message.id === seen) + 1];
    const element = first && this.drawn.get(first.id)?.element;
    const above = element ? element.getBoundingClientRect().top - this.scroller.getBoundingClientRect().top : 0;
    if (above >= 0) return;
    this.pinned = false;
    this.below.hidden = false;
    this.scroller.scrollTop += above - 8;
  }

  /** Who reads the last message stays there when a picture arrives or the field grows. */
  stayAtEnd() {
    this.pinned = true;
    this.scroller.addEventListener("scroll", () => {
      const { scrollTop, scrollHeight, clientHeight } = this.scroller;
      this.pinned = scrollHeight - scrollTop - clientHeight < NEAR_THE_END;
      if (this.pinned) this.below.hidden = true;
    });
    const sizes = new ResizeObserver(() => this.pinned && this.toEnd());
    sizes.observe(this.scroller);
    sizes.observe(this.list);
  }

  toEnd() {
    this.pinned = true;
    this.below.hidden = true;
    this.scroller.scrollTop = this.scroller.scrollHeight;
  }
}

export function avatar(phone) {
  const letters = phone.name.split(/\s+/).map((word) => word[0]).join("").slice(0, 2);
  return make("span", { class: "avatar", "data-kind": phone.group ? "group" : "person", "aria-hidden": "true" }, letters);
}

/** Put the new element where the old one is; a button that had the focus has it again. */
function swap(old, element) {
  const token = old.contains(document.activeElement) ? document.activeElement.dataset.token : undefined;
  old.replaceWith(element);
  if (token !== undefined) element.querySelector(`[data-token="${CSS.escape(token)}"]`)?.focus();
}
