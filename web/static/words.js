// The words of the page, and dates written out, in the language of the page.

const texts = JSON.parse(document.body.dataset.words);
const language = document.documentElement.lang;
const ZONE = "Europe/Amsterdam";

const formats = {
  day: { weekday: "long", day: "numeric", month: "long" },
  year: { year: "numeric" },
  short: { day: "numeric", month: "short" },
  time: { hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
};
for (const name of Object.keys(formats)) {
  formats[name] = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, {
    ...formats[name],
    timeZone: ZONE,
  });
}

/** The text of a key; `{name}` in it is replaced by `values.name`. */
export function say(key, values = {}) {
  return texts[key].replace(/\{([a-z-]+)\}/g, (slot, name) => (name in values ? values[name] : slot));
}

/** A moment as `day`, `year`, `short` or `time`. */
export function written(at, form) {
  return formats[form].format(new Date(at));
}

export { language };
