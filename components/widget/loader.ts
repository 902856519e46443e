import type { FrameMessage, HostMessage, HostUser, LauncherSetup } from "./frame-protocol.ts";

/**
 * The script that shops put on their pages; at most 2 KB gzipped. It draws the launcher in a shadow root and the chat in
 * an iframe of our origin, asks only `script-src` and `frame-src` of the page's Content-Security-Policy (styles by
 * CSSOM, no innerHTML, no inline code, no request but the launcher's setup script), and gives the page `window.Balcao`.
 * What the launcher looks like and says comes with that setup (app/api/widget/[inboxToken]/launcher), this file is behaviour.
 *
 * Calls made before it arrived wait in an array: `(window.Balcao ||= []).push(["setUser", {…}])`.
 */
type Api = Record<string, (...args: any[]) => unknown>;

(() => {
  const page = window as unknown as { Balcao?: unknown[] | Api };
  const script = (document.currentScript ?? document.querySelector("script[data-token]")) as HTMLScriptElement;
  const waiting = page.Balcao;
  const { token, color, position } = script.dataset;
  if (!token || (waiting && !Array.isArray(waiting))) return;
  const origin = new URL(script.src).origin;
  const known = `balcao:${token}`;
  const listeners: Record<string, Set<(detail?: unknown) => void>> = {};
  const phone = matchMedia("(max-width:480px),(max-height:480px)");

  // Pages that require Trusted Types allow us by "trusted-types balcao".
  const rules = { createScriptURL: (url: string) => url };
  const trusted = (window as { trustedTypes?: { createPolicy: (name: string, made: typeof rules) => typeof rules } }).trustedTypes?.createPolicy("balcao", rules) ?? rules;

  let locale = script.dataset.locale ?? (document.documentElement.lang || navigator.language);
  let root: HTMLElement | undefined;
  let button: HTMLElement;
  let badge: HTMLElement;
  let frame: HTMLIFrameElement | undefined;
  let labels: LauncherSetup["labels"];
  let isOpen = false;
  let wantsOpen = false;
  let wantsFrame = false;
  let ready = false;
  let unread = 0;
  let pageOverflow: string;
  let user: HostUser | undefined;
  let draft: string | undefined;
  let mustReset = false;

  const emit = (name: string, detail?: unknown) => listeners[name]?.forEach((listener) => listener(detail));

  const tell = (message: HostMessage) => ready && frame!.contentWindow!.postMessage(message, origin);

  /** The page's own storage holds one bit: somebody has written from here before. */
  const remember = (on?: boolean) => {
    try {
      if (on === undefined) return localStorage.getItem(known);
      if (on) localStorage.setItem(known, "1");
      else localStorage.removeItem(known);
    } catch {
      /* Storage is blocked: the badge waits until the chat is opened. */
    }
  };

  const element = (name: string, parent: Node, attributes: Record<string, string>, namespace = "http://www.w3.org/1999/xhtml") => {
    const made = document.createElementNS(namespace, name);
    for (const key in attributes) made.setAttribute(key, attributes[key]!);
    return parent.appendChild(made) as HTMLElement;
  };

  const draw = () => {
    root!.className = `${isOpen ? "open" : ""} ${phone.matches ? "phone" : ""}`;
    button.setAttribute("aria-expanded", `${isOpen}`);
    button.setAttribute("aria-label", isOpen ? labels.close : unread ? labels.unread.replace("{count}", `${unread}`) : labels.open);
    badge.textContent = unread && !isOpen ? (unread > 9 ? "9+" : `${unread}`) : "";
    fit();
  };

  /** On a phone the frame covers what the keyboard leaves visible; iOS tells only the visual viewport. */
  const fit = () => {
    const full = isOpen && phone.matches;
    const view = visualViewport;
    if (frame && view) {
      frame.style.height = full ? `${view.height}px` : "";
      frame.style.top = full ? `${view.offsetTop}px` : "";
    }
  };

  const address = () => `${origin}/widget/${token}?locale=${locale}#${location.origin}`;

  const load = () => {
    wantsFrame = true;
    if (!root || frame) return;
    frame = element("iframe", root, { title: labels.title, allow: "clipboard-write", src: address() }) as HTMLIFrameElement;
  };

  const show = (on: boolean) => {
    wantsOpen = on;
    if (!root || isOpen === on) return;
    if (on) load();
    isOpen = on;
    const style = document.documentElement.style;
    if (on) pageOverflow = style.overflow;
    if (phone.matches || !on) style.overflow = on ? "hidden" : pageOverflow;
    // The first time, the frame must be drawn once while closed, or there is nothing to move from.
    frame!.getBoundingClientRect();
    draw();
    tell(on ? { balcao: "shown", phone: phone.matches } : { balcao: "hidden" });
    if (on) frame!.focus();
    else button.focus({ preventScroll: true });
    emit(on ? "open" : "close");
  };

  addEventListener("message", (event) => {
    if (!frame || event.source !== frame.contentWindow || event.origin !== origin) return;
    const message = event.data as FrameMessage;
    if (message.balcao === "ready") {
      ready = true;
      if (mustReset) tell({ balcao: "reset" });
      else {
        tell({ balcao: "hello", url: location.href, title: document.title, phone: phone.matches, open: isOpen, user, draft });
        emit("ready");
      }
      mustReset = false;
    }
    if (message.balcao === "close") show(false);
    if (message.balcao === "visitor") remember(message.known);
    if (message.balcao === "message") emit("message", { text: message.text, sender: message.sender });
    if (message.balcao === "unread" && unread !== message.count) {
      unread = message.count;
      draw();
      emit("unread", unread);
    }
  });

  const mount = (setup: LauncherSetup) => {
    labels = setup.labels;
    if (!root) {
      const host = element("balcao-chat", document.body, {});
      const shadow = host.attachShadow({ mode: "open" });
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(setup.style);
      shadow.adoptedStyleSheets = [sheet];
      root = element("div", shadow, {});
      button = element("button", root, { type: "button" });
      const icon = element("svg", button, { viewBox: "0 0 24 24", "aria-hidden": "true" }, "http://www.w3.org/2000/svg");
      for (const d of setup.icons) element("path", icon, { d }, "http://www.w3.org/2000/svg");
      badge = element("b", button, {});
      button.onclick = () => show(!isOpen);
      button.onpointerenter = load;
      phone.onchange = draw;
      visualViewport?.addEventListener("resize", fit);
      visualViewport?.addEventListener("scroll", fit);
    }
    root.dataset.side = position ?? setup.position;
    root.style.setProperty("--brand", color ?? setup.color);
    root.style.setProperty("--ink", setup.ink);
    if (frame) frame.title = labels.title;
    draw();
    if (wantsFrame || remember()) load();
    if (wantsOpen) show(true);
  };

  /** The launcher's colours and words come as a script, so that the page's policy needs no connect-src. */
  const setUp = () => {
    const setup = document.createElement("script");
    setup.nonce = script.nonce;
    setup.async = true;
    setup.src = trusted.createScriptURL(`${origin}/api/widget/${token}/launcher?locale=${locale}`);
    document.head.append(setup);
  };

  const api: Api = {
    open: (text?: string) => {
      draft = text;
      if (text) tell({ balcao: "draft", draft: text });
      show(true);
    },
    close: () => show(false),
    toggle: () => show(!isOpen),
    setUser: (next: HostUser) => {
      user = { ...next };
      if (next.identifierHash) load();
      tell({ balcao: "user", user });
    },
    setLocale: (next: string) => {
      locale = next;
      ready = false;
      if (frame) frame.src = address();
      setUp();
    },
    reset: () => {
      user = undefined;
      show(false);
      if (ready) tell({ balcao: "reset" });
      else if ((mustReset = !!(remember() || frame))) load();
    },
    on: (name: string, listener: () => void) => {
      (listeners[name] ??= new Set()).add(listener);
      return () => listeners[name]!.delete(listener);
    },
    setup: (setup: LauncherSetup) => (document.body ? mount(setup) : addEventListener("DOMContentLoaded", () => mount(setup))),
    push: ([name, ...args]: [string, ...unknown[]]) => api[name]?.(...args),
  };
  page.Balcao = api;
  waiting?.forEach((call) => api.push!(call));
  setUp();
})();
