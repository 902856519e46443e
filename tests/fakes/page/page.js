import { drawBubble, el, summary } from "./bubble.js";

const $ = (id) => document.getElementById(id);
const state = { numbers: [], people: new Map(), entries: new Map(), number: localStorage.fakeNumber ?? "", person: "", seen: {}, quoted: undefined, typingUntil: {} };

async function call(method, path, body, type) {
  const isRaw = body instanceof Blob;
  const response = await fetch(path, { method, body: body === undefined || isRaw ? body : JSON.stringify(body), headers: body === undefined ? {} : { "content-type": isRaw ? type : "application/json" } });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error ?? "Não deu certo.");
  return answer;
}

function toast(text) {
  $("toast").textContent = text;
  $("toast").hidden = false;
  clearTimeout(toast.timer);
  toast.timer = setTimeout(() => { $("toast").hidden = true; }, 4000);
}
const attempt = (run) => (event) => {
  event?.preventDefault?.();
  Promise.resolve(run(event)).catch((error) => toast(error.message));
};

const chat = (personId = state.person) => [...state.entries.values()].filter((entry) => entry.phoneNumberId === state.number && entry.personId === personId).sort((a, b) => a.at - b.at);
const unread = (personId) => chat(personId).filter((entry) => entry.from === "business" && entry.at > (state.seen[`${state.number}/${personId}`] ?? 0)).length;

function drawNumbers() {
  if (!state.numbers.some((number) => number.phoneNumberId === state.number)) state.number = state.numbers[0]?.phoneNumberId ?? "";
  $("number").replaceChildren(...state.numbers.map((number) => new Option(`${number.verifiedName} · ${number.displayPhoneNumber}`, number.phoneNumberId, false, number.phoneNumberId === state.number)));
  if (state.numbers.length === 0) $("number").append(new Option("Nenhum número ainda: crie uma caixa de entrada", ""));
}

function drawPeople() {
  const rows = [...state.people.values()].map((person) => ({ person, last: chat(person.id).at(-1) })).sort((a, b) => (b.last?.at ?? 0) - (a.last?.at ?? 0));
  $("people").replaceChildren(...rows.map(({ person, last }) => {
    const item = el("li");
    const button = el("button");
    button.type = "button";
    button.setAttribute("aria-current", String(person.id === state.person));
    const row = el("span", "row");
    row.append(el("strong", "", person.name), el("small", "", last ? `${last.from === "person" ? "Você: " : ""}${summary(last)}` : address(person)));
    button.append(avatar(person), row);
    if (unread(person.id) > 0 && person.id !== state.person) button.append(el("span", "badge", String(unread(person.id))));
    button.onclick = () => open(person.id);
    item.append(button);
    return item;
  }));
  if (rows.length === 0) $("people").append(el("li", "empty", "Crie um cliente abaixo e escreva como se fosse ele."));
}

const address = (person) => (person.waId ? `+${person.waId}` : person.username ? `@${person.username.replace(/^@/, "")}` : "telefone escondido");
function avatar(person) {
  const node = el("span", "avatar", person.name.replace(/^\+/, "").split(/\s+/).slice(0, 2).map((word) => [...word][0] ?? "").join("").toUpperCase());
  node.style.setProperty("--hue", [...person.id].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) % 360, 7));
  return node;
}

function drawChat() {
  const person = state.people.get(state.person);
  for (const control of [...$("composer").elements, $("online"), $("reads")]) control.disabled = !person || !state.number;
  const thread = $("thread");
  if (!person) {
    thread.replaceChildren(el("p", "hint", state.numbers.length ? "Escolha um cliente à esquerda, ou crie um, e mande uma mensagem. Ela chega ao atendente na hora." : "Quando uma caixa de entrada do WhatsApp usar este servidor, o número dela aparece aqui."));
    return;
  }
  $("chatName").textContent = person.name;
  $("chatState").textContent = person.online ? address(person) : `${address(person)} · sem internet`;
  const face = avatar(person);
  face.id = "chatAvatar";
  $("chatAvatar").replaceWith(face);
  $("online").checked = person.online;
  $("reads").checked = person.reads;
  const atEnd = thread.scrollHeight - thread.scrollTop - thread.clientHeight < 90;
  const known = new Set([...thread.querySelectorAll(".bubble")].map((node) => node.dataset.id));
  const nodes = [];
  let day = "";
  for (const entry of chat()) {
    const label = new Date(entry.at).toLocaleDateString("pt-BR", { weekday: "long", day: "numeric", month: "long" });
    if (label !== day) nodes.push(el("div", "day", (day = label)));
    const bubble = drawBubble(entry, { find: (id) => state.entries.get(id), onAct: attempt(act) });
    if (known.size > 0 && !known.has(entry.id)) bubble.classList.add("fresh");
    nodes.push(bubble);
  }
  if (nodes.length === 0) nodes.push(el("p", "hint", `Diga oi como ${person.name.split(" ")[0]}.`));
  if ((state.typingUntil[person.id] ?? 0) > Date.now()) nodes.push(el("div", "typing", "digitando…"));
  thread.replaceChildren(...nodes);
  if (atEnd || known.size === 0) thread.scrollTop = thread.scrollHeight;
  if (document.visibilityState === "visible") state.seen[`${state.number}/${person.id}`] = Date.now();
  $("quote").hidden = !state.quoted;
  if (state.quoted) $("quote").firstElementChild.textContent = summary(state.quoted);
}

let planned = 0;
function draw() {
  planned ||= requestAnimationFrame(() => { planned = 0; drawPeople(); drawChat(); });
}

function open(personId) {
  state.person = personId;
  state.quoted = undefined;
  $("thread").replaceChildren();
  $("phone").dataset.view = "chat";
  draw();
  if (matchMedia("(min-width: 721px)").matches) $("text").focus();
}

async function act({ act: what, entry, body }) {
  if (what === "reply") {
    state.quoted = entry;
    $("text").focus();
    return draw();
  }
  await say(body);
}

async function say(body) {
  const replyTo = state.quoted?.id;
  state.quoted = undefined;
  draw();
  const path = `/fake/people/${encodeURIComponent(state.person)}/messages?phoneNumberId=${encodeURIComponent(state.number)}`;
  await call("POST", path, ["reaction", "edit", "revoke"].includes(body.type) ? body : { ...body, replyTo });
}

$("composer").onsubmit = attempt(async () => {
  const text = $("text").value.trim();
  if (!text) return;
  $("text").value = "";
  await say({ type: "text", text });
});
$("text").onkeydown = (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  $("composer").requestSubmit();
};
$("attach").onclick = () => $("file").click();
$("file").onchange = attempt(async () => {
  const file = $("file").files[0];
  $("file").value = "";
  if (!file) return;
  const type = file.type || "application/octet-stream";
  const kind = type.startsWith("image/") ? (type === "image/webp" ? "sticker" : "image") : type.startsWith("audio/") ? "audio" : type.startsWith("video/") ? "video" : "document";
  const { id } = await call("POST", `/fake/media?${new URLSearchParams({ phoneNumberId: state.number, filename: file.name })}`, file, type);
  const caption = kind === "audio" || kind === "sticker" ? undefined : $("text").value.trim() || undefined;
  if (caption) $("text").value = "";
  await say({ type: "media", kind, mediaId: id, caption, voice: kind === "audio" });
});
$("place").onclick = attempt(() => say({ type: "location", latitude: -23.561414, longitude: -46.655881, name: "MASP", address: "Av. Paulista, 1578, São Paulo" }));
$("unquote").onclick = () => { state.quoted = undefined; draw(); };
$("back").onclick = () => { $("phone").dataset.view = "people"; state.person = ""; draw(); };
$("number").onchange = () => { localStorage.fakeNumber = state.number = $("number").value; $("thread").replaceChildren(); draw(); };
for (const key of ["online", "reads"]) $(key).onchange = attempt(() => call("PATCH", `/fake/people/${encodeURIComponent(state.person)}`, { [key]: $(key).checked }));
$("newPerson").onsubmit = attempt(async () => {
  const form = new FormData($("newPerson"));
  const name = form.get("name").trim();
  const typed = form.get("phone").replace(/\D/g, "");
  const random = `55119${Math.floor(10000000 + Math.random() * 89999999)}`;
  const who = form.get("hidden") ? { name, username: name.toLowerCase().replace(/\W+/g, ".") } : { name, phone: typed || random };
  const person = await call("POST", "/fake/people", who);
  state.people.set(person.id, person);
  $("newPerson").reset();
  open(person.id);
});
$("theme").onclick = () => {
  const dark = document.documentElement.dataset.theme ? document.documentElement.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  document.documentElement.dataset.theme = localStorage.fakeTheme = dark ? "light" : "dark";
};
if (localStorage.fakeTheme) document.documentElement.dataset.theme = localStorage.fakeTheme;

async function load() {
  const [numbers, people] = await Promise.all([call("GET", "/fake/numbers"), call("GET", "/fake/people")]);
  state.numbers = numbers.items;
  for (const person of people.items) state.people.set(person.id, person);
  const chats = await Promise.all(state.numbers.map((number) => call("GET", `/fake/chats/${encodeURIComponent(number.phoneNumberId)}`)));
  for (const { items } of chats) for (const entry of items) state.entries.set(entry.id, entry);
  drawNumbers();
  draw();
}

const apply = {
  entry: ({ entry }) => {
    if (entry.from === "business" && !state.entries.has(entry.id)) delete state.typingUntil[entry.personId];
    state.entries.set(entry.id, entry);
  },
  person: ({ person }) => state.people.set(person.id, person),
  number: () => void load(),
  typing: ({ personId }) => {
    state.typingUntil[personId] = Date.now() + 25_000;
    setTimeout(draw, 25_100);
  },
};
const events = new EventSource("/fake/events");
// Also after a lost connection: what was missed is fetched again.
events.onopen = attempt(load);
events.onmessage = (message) => {
  const event = JSON.parse(message.data);
  apply[event.kind](event);
  draw();
};
document.addEventListener("visibilitychange", draw);
