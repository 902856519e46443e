/** Draws one message. Text is set as text, never as markup. */
export function drawBubble(entry, { find, onAct }) {
  const mine = entry.from === "person";
  const node = el("div", `bubble ${mine ? "mine" : "theirs"}${entry.revoked ? " gone" : ""}`);
  node.dataset.id = entry.id;
  node.dataset.status = entry.status;
  const replied = entry.replyTo && find(entry.replyTo);
  if (replied) node.append(el("div", "reply", summary(replied)));
  if (entry.revoked) node.append(el("span", "body", "Mensagem apagada"));
  else {
    const part = drawPart(entry);
    if (part) node.append(part);
    if (entry.text) node.append(el("span", "body", entry.text));
  }
  if (entry.error) node.append(el("div", "error", `Não chegou: ${entry.error.title} (${entry.error.code})`));
  node.append(meta(entry, mine));
  const reactions = Object.values(entry.reactions).filter(Boolean).join(" ");
  if (reactions) {
    node.classList.add("reacted");
    node.append(el("span", "reactions", reactions));
  }
  if (!entry.revoked) node.append(acts(entry, mine, onAct));
  return node;
}

export function summary(entry) {
  const kinds = { image: "Foto", audio: "Áudio", video: "Vídeo", document: "Arquivo", sticker: "Figurinha", location: "Localização" };
  if (entry.revoked) return "Mensagem apagada";
  return [kinds[entry.type], entry.text].filter(Boolean).join(" · ") || entry.type;
}

export function el(tag, className, content) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (content !== undefined) node.textContent = content;
  return node;
}

function icon(path) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  for (const [name, value] of Object.entries({ viewBox: "0 0 24 24", width: 20, height: 20, fill: "none", stroke: "currentColor", "stroke-width": 1.8, "aria-hidden": true })) svg.setAttribute(name, value);
  const line = document.createElementNS(svg.namespaceURI, "path");
  line.setAttribute("d", path);
  svg.append(line);
  svg.style.flex = "none";
  return svg;
}

function drawPart(entry) {
  if (entry.location) {
    const { latitude, longitude, name, address } = entry.location;
    const node = el("div", "file");
    node.append(icon("M12 21s7-6.2 7-11.5A7 7 0 0 0 5 9.5C5 14.8 12 21 12 21zM12 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z"), el("span", "", [name, address, `${latitude}, ${longitude}`].filter(Boolean).join("\n")));
    return node;
  }
  if (!entry.mediaId) return undefined;
  const source = `/fake/media/${entry.mediaId}`;
  const tag = { image: "img", sticker: "img", audio: "audio", video: "video" }[entry.type];
  if (!tag) {
    const link = el("a", "file");
    Object.assign(link, { href: source, target: "_blank", rel: "noopener" });
    link.append(icon("M14 3H7a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2V8zM14 3v5h5"), el("span", "", entry.filename ?? "arquivo"));
    return link;
  }
  const node = el(tag);
  node.src = source;
  if (tag === "img") node.alt = entry.text || "Foto";
  else node.controls = true;
  return node;
}

/** Ticks of the business's messages are what its agent sees; ours turn blue when an agent has read them. */
function meta(entry, mine) {
  const ticks = { accepted: "…", sent: "✓", delivered: "✓✓", read: "✓✓", failed: "!" };
  const words = { accepted: "aceita", sent: "enviada", delivered: "entregue", read: "lida", failed: "não entregue" };
  const node = el("span", `meta ${entry.status}`);
  const mark = mine ? (entry.status === "read" ? "✓✓" : "✓") : ticks[entry.status];
  const time = new Date(entry.at).toLocaleTimeString("pt-BR", { hour: "2-digit", minute: "2-digit" });
  node.append(el("b", "", mark), document.createTextNode(` ${entry.edited ? "editada · " : ""}${time}`));
  node.title = mine ? (entry.status === "read" ? "Lida pelo atendente" : "Enviada") : `Para o atendente: ${words[entry.status]}`;
  return node;
}

function acts(entry, mine, onAct) {
  const bar = el("div", "acts");
  const add = (label, title, run) => {
    const button = el("button", "", label);
    Object.assign(button, { type: "button", title, onclick: run });
    button.setAttribute("aria-label", title);
    bar.append(button);
  };
  add("↩", "Responder", () => onAct({ act: "reply", entry }));
  for (const emoji of ["👍", "❤️", "😂"]) {
    const taken = entry.reactions.person === emoji;
    add(emoji, taken ? `Tirar ${emoji}` : `Reagir com ${emoji}`, () => onAct({ act: "send", body: { type: "reaction", targetId: entry.id, emoji: taken ? "" : emoji } }));
  }
  if (mine && entry.type === "text") {
    add("✎", "Editar", () => {
      const text = prompt("Editar mensagem", entry.text)?.trim();
      if (text) onAct({ act: "send", body: { type: "edit", targetId: entry.id, text } });
    });
  }
  if (mine) add("✕", "Apagar para todos", () => onAct({ act: "send", body: { type: "revoke", targetId: entry.id } }));
  return bar;
}
