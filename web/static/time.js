// The side of the page: what time it is in the demo, what comes next, and the buttons that make it so.

import { announce, calm, send, warn } from "./calls.js";
import { make } from "./elements.js";
import { language, say, written } from "./words.js";

const part = (id) => document.getElementById(id);

export class Time {
  constructor(refresh) {
    this.refresh = refresh;
    this.busy = false;
    this.jumps = [part("next"), part("fill"), part("restart")].filter(Boolean);
    part("next").addEventListener("click", () => this.next());
    part("fill").addEventListener("click", () => this.fill());
    part("restart")?.addEventListener("click", () => this.restart());
    const wide = matchMedia("(min-width: 60rem)");
    const unfold = () => (part("more").open = wide.matches);
    wide.addEventListener("change", unfold);
    unfold();
  }

  /** Show the state of the demo. */
  show(state) {
    part("now").setAttribute("datetime", state.now);
    part("now-day").textContent = written(state.now, "day");
    part("now-rest").textContent = `${written(state.now, "year")}, ${written(state.now, "time")}`;
    const coming = state.timeline.filter((moment) => !moment.past);
    part("upcoming").textContent = coming.length ? `${written(coming[0].at, "short")}: ${told(coming[0])}` : say("web-nothing-due");
    part("timeline").replaceChildren(...state.timeline.map((moment) => line(moment, moment === coming[0])));
    this.setBusy(state.busy);
    part("timeline").querySelector(".due")?.scrollIntoView({ block: "nearest" });
  }

  setBusy(busy) {
    this.busy = busy;
    for (const button of this.jumps) button.setAttribute("aria-disabled", String(busy));
    part("next").textContent = say(busy ? "web-next-busy" : "web-next");
    if (!busy) part("filling").hidden = true;
  }

  progress([done, total]) {
    part("filling").hidden = false;
    part("fill-bar").max = total;
    part("fill-bar").value = done;
    part("fill-text").textContent = say("web-filling", { done, total });
  }

  async next() {
    const answer = await this.jump("/next");
    if (!answer) return;
    const { moment } = answer;
    if (moment) announce(say("web-jumped", { when: written(moment.at, "day"), what: told(moment) }));
    else warn(say("web-nothing-due"));
  }

  async fill() {
    if (await this.jump("/fill")) announce(say("web-filled"));
  }

  async restart() {
    if (this.busy || !confirm(say("web-restart-sure"))) return;
    await this.jump("/restart");
  }

  async jump(path) {
    if (this.busy) return null;
    calm();
    this.setBusy(true);
    const answer = await send(`${path}?lang=${language}`);
    await this.refresh();
    return answer;
  }
}

function told(moment) {
  return moment.about ? `${moment.what}: ${moment.about}` : moment.what;
}

function line(moment, due) {
  const kind = moment.past ? "past" : due ? "due" : "later";
  return make(
    "li",
    { class: kind, "aria-current": due && "step" },
    make("time", { datetime: moment.at }, written(moment.at, "short")),
    make("span", {}, moment.what, moment.about ? make("small", { dir: "auto" }, moment.about) : ""),
  );
}
