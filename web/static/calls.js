// Talking to the server. What goes wrong is said in one place.

import { say } from "./words.js";

const note = document.getElementById("note");
const live = document.getElementById("live");
let hiding = 0;

const reasons = { 409: "web-busy", 413: "web-too-large", 415: "web-no-photo", 422: "web-too-long" };

export async function read(path) {
  const answer = await fetch(path, { headers: { accept: "application/json" } });
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.json();
}

/** Send JSON, or a photo as it is. Gives the answer, or null after saying that it failed. */
export async function send(path, body = {}) {
  const photo = body instanceof Blob;
  try {
    const answer = await fetch(path, {
      method: "POST",
      headers: { "content-type": photo ? body.type || "application/octet-stream" : "application/json" },
      body: photo ? body : JSON.stringify(body),
    });
    if (answer.ok) return await answer.json();
    const reason = answer.status === 413 && !photo ? "web-too-long" : reasons[answer.status];
    warn(say(reason ?? "web-failed"));
  } catch {
    warn(say("web-offline"));
  }
  return null;
}

export function warn(text) {
  note.textContent = text;
  note.hidden = false;
  clearTimeout(hiding);
  hiding = setTimeout(calm, 8000);
}

export function calm() {
  note.hidden = true;
}

/** Say something to those who listen to the page instead of looking at it. */
export function announce(text) {
  live.textContent = text;
}
