// Where a person types: text, a photo, a place, and changing what was said before.

import { announce, calm, send } from "./calls.js";
import { icon, make } from "./elements.js";
import { say } from "./words.js";

export class Composer {
  constructor(phone) {
    this.phone = phone;
    this.editing = null;
    this.photo = null;
    this.build();
  }

  get speaker() {
    return this.select ? this.select.value : this.phone.id;
  }

  focus() {
    this.field.focus();
  }

  /** Put words in the field, to be sent or changed first. */
  type(text) {
    if (this.editing) this.stop();
    this.field.value = text;
    this.grow();
    this.focus();
  }

  /** Put an earlier message back in the field. */
  edit(message) {
    this.dropPhoto();
    this.editing = message.id;
    this.field.value = message.text;
    this.bar.hidden = false;
    this.grow();
    this.focus();
    announce(say("web-editing"));
  }

  build() {
    const id = `field-${this.phone.id}`;
    this.field = make("textarea", {
      id,
      rows: 1,
      dir: "auto",
      placeholder: say("web-placeholder"),
      enterkeyhint: "send",
      on: { keydown: (event) => this.key(event), input: () => this.grow() },
    });
    this.file = make("input", {
      type: "file",
      accept: "image/jpeg,image/png,image/webp",
      class: "unseen",
      tabindex: "-1",
      "aria-hidden": "true",
      on: { change: () => this.choose() },
    });
    this.bar = this.editBar();
    this.preview = make("div", { class: "preview", hidden: true });
    this.select = this.phone.group ? this.who() : null;
    const label = make("label", { for: id, class: "unseen" }, `${say("web-message")}, ${this.phone.name}`);
    const line = make("div", { class: "line" }, ...this.tools(), label, this.field, this.button("send", "web-send", "submit"));
    this.element = make("form", { class: "composer", on: { submit: (event) => this.submit(event) } });
    if (this.select) this.element.append(this.select.parentElement);
    this.element.append(this.bar, this.preview, this.file, line);
  }

  tools() {
    const photo = this.button("photo", "web-photo", "button", () => this.file.click());
    const place = this.button("place", "web-place", "button", () => this.post("place"));
    return this.phone.place ? [photo, place] : [photo];
  }

  button(name, key, type, click) {
    const text = say(key);
    return make("button", { type, class: `tool ${name}`, "aria-label": text, title: text, on: click ? { click } : {} }, icon(name));
  }

  editBar() {
    const remove = make("button", { type: "button", class: "quiet", on: { click: () => this.remove() } }, icon("bin"), say("web-remove"));
    const stop = this.button("close", "web-stop-editing", "button", () => this.stop());
    return make("div", { class: "editing", hidden: true }, make("span", {}, say("web-editing")), remove, stop);
  }

  who() {
    const id = `who-${this.phone.id}`;
    const options = this.phone.speakers.map((one) => make("option", { value: one.id }, one.name));
    const select = make("select", { id, on: { change: () => this.phone.changedSpeaker() } }, ...options);
    make("p", { class: "who" }, make("label", { for: id }, say("web-who")), select);
    return select;
  }

  key(event) {
    if (event.key === "Escape" && this.editing) this.stop();
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.element.requestSubmit();
  }

  grow() {
    this.field.style.height = "auto";
    this.field.style.height = `${Math.min(this.field.scrollHeight + 2, 140)}px`;
  }

  choose() {
    const [file] = this.file.files;
    this.file.value = "";
    if (!file) return;
    this.dropPhoto();
    this.photo = file;
    const address = URL.createObjectURL(file);
    const image = make("img", { src: address, alt: "", on: { load: () => URL.revokeObjectURL(address) } });
    const drop = this.button("close", "web-photo-drop", "button", () => this.dropPhoto());
    this.preview.replaceChildren(image, make("span", {}, file.name), drop);
    this.preview.hidden = false;
    this.focus();
  }

  dropPhoto() {
    this.photo = null;
    this.preview.hidden = true;
    this.preview.replaceChildren();
  }

  stop() {
    this.editing = null;
    this.bar.hidden = true;
    this.empty();
    this.focus();
  }

  empty() {
    this.field.value = "";
    this.grow();
  }

  async submit(event) {
    event.preventDefault();
    const text = this.field.value;
    if (this.photo) return this.sendPhoto(text);
    if (!text.trim()) return;
    const of = this.editing;
    if (of) this.stop();
    else this.empty();
    const done = of ? await this.post("edit", { message: of, text }) : await this.post("say", { text });
    if (done === null && !this.field.value) {
      this.field.value = text;
      this.grow();
    }
  }

  async sendPhoto(caption) {
    const query = new URLSearchParams({ caption, as: this.speaker });
    const done = await send(`/phone/${this.phone.id}/photo?${query}`, this.photo);
    if (done === null) return;
    this.dropPhoto();
    this.empty();
  }

  async remove() {
    const message = this.editing;
    this.stop();
    await this.post("remove", { message });
  }

  async post(deed, body = {}) {
    calm();
    this.phone.touched();
    return send(`/phone/${this.phone.id}/${deed}`, { as: this.speaker, ...body });
  }
}
