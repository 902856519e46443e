/**
 * What the page's loader and the chat's frame say to each other by postMessage. Both sides name the other's origin when
 * they send and check `event.source` and `event.origin` when they receive. No secret crosses: the visitor's token stays
 * in the frame's own storage.
 */
export type HostMessage =
  /** First word after the frame loaded: on which page, and whether the chat covers a phone's screen. */
  | { balcao: "hello"; url: string; title: string; phone: boolean; open: boolean; user?: HostUser | undefined; draft?: string | undefined }
  | { balcao: "shown"; phone: boolean }
  | { balcao: "hidden" }
  | { balcao: "user"; user: HostUser }
  /** A text to begin with, offered when the visitor has written nothing. */
  | { balcao: "draft"; draft: string }
  | { balcao: "reset" };

export type FrameMessage =
  | { balcao: "ready" }
  | { balcao: "close" }
  /** Messages of agents that the visitor has not seen. */
  | { balcao: "unread"; count: number }
  /** Whether this browser belongs to somebody who has written before: then the frame loads with the next page, for the badge. */
  | { balcao: "visitor"; known: boolean }
  /** An agent wrote. */
  | { balcao: "message"; text: string; sender: string };

/** What a site may say about the person in front of it. Only with `identifierHash` is it believed. */
export type HostUser = {
  identifier?: string;
  /** Hex HMAC-SHA256 of the identifier with the inbox's secret, made on the site's server. */
  identifierHash?: string;
  name?: string;
  email?: string;
  phone?: string;
};

/** What /api/widget/{token}/launcher hands to the loader. */
export type LauncherSetup = {
  color: string;
  /** Colour of what is drawn on `color`. */
  ink: string;
  position: "left" | "right";
  /** The launcher's style sheet, and the outlines of its two icons (to open, to close) in a box of 24. */
  style: string;
  icons: string[];
  labels: { open: string; close: string; title: string; unread: string };
};
