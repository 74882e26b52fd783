// The page: which phones are in view, and what changed on the others.

import { announce, calm, read, warn } from "./calls.js";
import { make } from "./elements.js";
import { avatar, Phone } from "./phone.js";
import { Time } from "./time.js";
import { language, say } from "./words.js";

const NARROWEST = 310;
const MOST = 4;
const row = document.getElementById("row");
const chooser = document.getElementById("chooser");

class Page {
  constructor() {
    this.phones = new Map();
    this.shown = [];
    this.recent = [];
    this.seen = remembered();
    this.time = new Time(() => this.refresh());
    this.later = null;
  }

  async start() {
    await this.refresh();
    new ResizeObserver(() => this.fit()).observe(row);
    this.listen();
  }

  async refresh() {
    const state = await read(`/demo?lang=${language}`);
    this.time.show(state);
    if (!this.phones.size) this.meet(state.phones);
  }

  meet(all) {
    for (const about of all) this.phones.set(about.id, new Phone(about, this));
    const front = all.filter((about) => about.front);
    this.order = [...front, ...all.filter((about) => !about.front)].map((about) => about.id);
    chooser.replaceChildren(...[...this.phones.values()].map((phone) => this.tab(phone)));
    this.fit();
  }

  tab(phone) {
    phone.badge = make("span", { class: "badge", hidden: true });
    phone.tab = make(
      "button",
      { type: "button", "aria-pressed": "false", on: { click: () => this.show(phone.id) } },
      avatar(phone),
      make("span", { class: "who-is" }, make("strong", {}, phone.name), make("small", {}, phone.role)),
      phone.badge,
    );
    return phone.tab;
  }

  listen() {
    const stream = new EventSource("/events");
    stream.addEventListener("hello", () => this.everything());
    stream.addEventListener("chat", (event) => this.chatChanged(JSON.parse(event.data)));
    stream.addEventListener("progress", (event) => this.progress(JSON.parse(event.data)));
    stream.addEventListener("busy", (event) => this.busy(JSON.parse(event.data)));
    stream.addEventListener("error", () => warn(say("web-offline")));
  }

  /** The connection is there, for the first time or again: get all that may have been missed. */
  async everything() {
    calm();
    await Promise.all([this.refresh(), ...[...this.phones.values()].map((phone) => phone.load())]);
    document.body.dataset.ready = "true";
  }

  busy(busy) {
    this.time.setBusy(busy);
    if (!busy) this.refresh();
  }

  chatChanged(chat) {
    for (const phone of this.phones.values()) if (phone.chat === chat) phone.load();
    this.soon();
  }

  progress(done) {
    this.time.progress(done);
    this.soon();
  }

  /** Time and the time line may have changed; once a second is enough to look. */
  soon() {
    this.later ??= setTimeout(() => {
      this.later = null;
      this.refresh();
    }, 1000);
  }

  /** Bring a phone in view, in the place of the one that was left alone longest. */
  show(id) {
    if (!this.shown.includes(id)) {
      const oldest = this.shown.reduce((a, b) => (this.recent.indexOf(a) >= this.recent.indexOf(b) ? a : b));
      this.shown[this.shown.indexOf(oldest)] = id;
    }
    this.used(id);
    this.draw();
    this.phones.get(id).tab.scrollIntoView({ block: "nearest", inline: "center" });
  }

  used(id) {
    this.recent = [id, ...this.recent.filter((other) => other !== id)];
  }

  touched(phone) {
    this.used(phone.id);
  }

  /** As many phones side by side as there is room for. */
  fit() {
    const room = Math.max(1, Math.min(MOST, this.phones.size, Math.floor(row.clientWidth / NARROWEST)));
    if (room === this.shown.length) return;
    const more = this.order.filter((id) => !this.shown.includes(id));
    const kept = this.shown.length > room ? this.keepRecent(room) : this.shown;
    this.shown = [...kept, ...more].slice(0, room);
    this.recent = [...this.recent, ...this.shown.filter((id) => !this.recent.includes(id)).reverse()];
    this.draw();
  }

  keepRecent(room) {
    const keep = new Set([...this.shown].sort((a, b) => this.recent.indexOf(a) - this.recent.indexOf(b)).slice(0, room));
    return this.shown.filter((id) => keep.has(id));
  }

  draw() {
    const wanted = this.shown.map((id) => this.phones.get(id));
    const coming = wanted.filter((phone) => !phone.element.isConnected);
    for (const child of [...row.children]) if (!wanted.some((phone) => phone.element === child)) child.remove();
    wanted.forEach((phone, index) => {
      if (row.children[index] !== phone.element) row.insertBefore(phone.element, row.children[index] ?? null);
    });
    for (const phone of coming) phone.toNews(this.seen[phone.id]);
    for (const phone of this.phones.values()) {
      phone.tab.setAttribute("aria-pressed", String(this.shown.includes(phone.id)));
      this.count(phone);
    }
  }

  changed(phone) {
    const before = Number(phone.badge.dataset.count ?? 0);
    const now = this.count(phone);
    if (now > before && !this.time.busy) announce(say("web-news-for", { name: phone.name }));
  }

  count(phone) {
    const last = phone.bubbles.at(-1)?.id;
    if (this.shown.includes(phone.id) && last) this.remember(phone.id, last);
    const unread = phone.unread(this.seen[phone.id]);
    phone.badge.dataset.count = unread;
    phone.badge.hidden = unread === 0;
    phone.badge.replaceChildren(String(unread), make("span", { class: "unseen" }, ` ${say("web-unread", { count: "" }).trim()}`));
    return unread;
  }

  remember(id, message) {
    this.seen[id] = message;
    sessionStorage.setItem("seen", JSON.stringify(this.seen));
  }
}

function remembered() {
  return JSON.parse(sessionStorage.getItem("seen") ?? "{}");
}

addEventListener("unhandledrejection", () => warn(say("web-offline")));
new Page().start();
