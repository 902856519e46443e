"use client";

import { Lock, Paperclip, Send } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useStored } from "#components/hooks/use-stored.ts";
import { useAccountId } from "#components/shell/account-provider.tsx";
import { useInboxes } from "#components/shell/reference-data.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import type { ConversationView, MessageView } from "#lib/api-client/views.ts";
import { ComposerFiles } from "./composer-files.tsx";
import { ComposerModes } from "./composer-modes.tsx";
import { ComposerQuote } from "./composer-quote.tsx";
import { DropZone } from "./drop-zone.tsx";
import { type Draft, readDraft, writeDraft } from "./drafts.ts";
import { SendKeyMenu, sendKeyStore } from "./send-key-menu.tsx";
import type { PendingMessage } from "./outbox.ts";
import { newClientId, useAskBeforeLeaving, useResendWhenBack, useSend } from "./use-send.ts";
import { useTypingSignal } from "./use-typing-signal.ts";
import { useUploads } from "./use-uploads.ts";

type ComposerProps = {
  conversation: ConversationView;
  replyTo: MessageView | null;
  onReplyTo: (message: MessageView | null) => void;
  /** Did not get away, and is written anew: its text comes after what stands here already. */
  unsent: PendingMessage | null;
};

/** A note's most, in characters, as the API takes it; a reply's is its channel's. */
const longestNote = 20_000;

/** Where one writes: a reply to the contact, or a note for the house. */
export function Composer({ conversation, replyTo, onReplyTo, unsent }: ComposerProps) {
  const t = useTranslations("messages");
  const accountId = useAccountId();
  const field = useRef<HTMLTextAreaElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const [draft, setDraft] = useState<Draft>(() => readDraft(accountId, conversation.id));
  const [sendKey] = useStored(sendKeyStore, "enter");
  const uploads = useUploads();
  const { send } = useSend(conversation.id);
  const signalTyping = useTypingSignal(conversation.id);
  useResendWhenBack(send);
  useAskBeforeLeaving(uploads.files.length > 0);
  const note = draft.mode === "note";
  const text = draft[draft.mode];
  const channelTakes = useInboxes().find((each) => each.id === conversation.inboxId)?.maxTextLength ?? longestNote;
  const maxLength = note ? longestNote : channelTakes;
  const tooLong = text.trim().length > maxLength;
  const canSend = (text.trim() !== "" || uploads.files.length > 0) && !tooLong && uploads.files.every((each) => each.state !== "failed");

  function change(next: Draft) {
    setDraft(next);
    writeDraft(accountId, conversation.id, next);
  }
  useEffect(() => {
    if (!unsent) return;
    const mode = unsent.private ? "note" : "reply";
    change({ ...draft, mode, [mode]: [draft[mode], unsent.content].filter(Boolean).join("\n") });
    if (unsent.replyTo) onReplyTo(unsent.replyTo);
    field.current?.focus();
  }, [unsent]);
  useEffect(() => { if (replyTo) { setDraft((now) => ({ ...now, mode: "reply" })); field.current?.focus(); } }, [replyTo]);

  function submit() {
    if (!canSend) return;
    const content = text.trim();
    void send({
      clientId: newClientId(), conversationId: conversation.id, content, private: note, replyTo: note ? null : replyTo,
      attachments: uploads.files.map(({ key, file, progress, uploaded, cancel }) => ({ key, name: file.name, size: file.size, progress, uploaded, cancel })),
      createdAt: new Date().toISOString(), state: "sending", error: null,
    });
    change({ ...draft, [draft.mode]: "" });
    uploads.take();
    onReplyTo(null);
    signalTyping(false);
    field.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Escape") {
      if (replyTo) onReplyTo(null);
      else field.current?.blur();
      event.stopPropagation();
    }
    if (event.key !== "Enter" || event.nativeEvent.isComposing || event.shiftKey || event.altKey) return;
    const withControl = event.ctrlKey || event.metaKey;
    if (withControl || sendKey === "enter") { event.preventDefault(); submit(); }
  }

  /** The button pressed goes away: whoever came by the keyboard goes on in the field. A phone's keyboard stays down. */
  function keepFocus(act: () => void) {
    const byKeyboard = document.activeElement?.matches(":focus-visible");
    act();
    if (byKeyboard) field.current?.focus();
  }

  function onPaste(event: ClipboardEvent) {
    if (!event.clipboardData.files.length) return;
    event.preventDefault();
    uploads.add(event.clipboardData.files);
  }

  return (
    <section aria-label={t("composer")} className="shrink-0 px-3 pb-3 max-md:px-2 max-md:pb-[calc(0.5rem+env(safe-area-inset-bottom))]">
      <DropZone onFiles={uploads.add} />
      <div className={`mx-auto max-w-3xl rounded-xl border shadow-card transition-colors focus-within:border-focus focus-within:ring-1 focus-within:ring-focus ${note ? "border-note-line bg-note" : "border-line-strong bg-surface"}`}>
        <ComposerModes mode={draft.mode} onChange={(mode) => { change({ ...draft, mode }); field.current?.focus(); }} />
        {replyTo && !note ? <ComposerQuote message={replyTo} contactName={conversation.contact.name} onRemove={() => onReplyTo(null)} /> : null}
        <ComposerFiles files={uploads.files} problems={uploads.problems} onRemove={(key) => keepFocus(() => uploads.remove(key))} onRetry={uploads.retry} onDismiss={() => keepFocus(uploads.dismissProblems)} />
        <textarea
          ref={field}
          data-composer={draft.mode}
          aria-label={note ? t("noteField") : t("replyField", { name: conversation.contact.name })}
          placeholder={note ? t("notePlaceholder") : t("replyPlaceholder")}
          aria-invalid={tooLong || undefined}
          value={text}
          rows={1}
          onChange={(event) => { change({ ...draft, [draft.mode]: event.target.value }); if (!note) signalTyping(event.target.value !== ""); }}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          onBlur={() => signalTyping(false)}
          className="block max-h-[max(2.5rem,min(40dvh,calc(100dvh-25rem)))] min-h-10 w-full resize-none bg-transparent px-3 py-2 text-base text-ink outline-none [field-sizing:content] placeholder:text-ink-faint"
        />
        {tooLong ? <p role="alert" className="px-3 pb-1 text-sm text-bad-text">{t("tooLong", { length: text.trim().length, most: maxLength })}</p> : null}
        <div className="flex items-center gap-0.5 px-1.5 pb-1.5">
          <input ref={picker} type="file" multiple hidden tabIndex={-1} aria-hidden onChange={(event) => { if (event.target.files) uploads.add(event.target.files); event.target.value = ""; field.current?.focus(); }} />
          <IconButton label={t("attach")} side="top" onClick={() => picker.current?.click()}><Paperclip aria-hidden /></IconButton>
          <span className="ml-1 hidden text-xs text-ink-faint sm:block">{note ? <span className="flex items-center gap-1 text-note-text"><Lock aria-hidden className="size-3" />{t("noteHint")}</span> : t(sendKey === "enter" ? "enterHint" : "controlHint")}</span>
          <span className="ml-auto flex items-center gap-1">
            <SendKeyMenu />
            <button type="button" onClick={submit} disabled={!canSend} className="inline-flex h-8 items-center gap-1.5 rounded-md bg-accent px-3 text-sm font-medium text-on-accent shadow-card hover:bg-accent-hover disabled:cursor-not-allowed disabled:bg-pressed disabled:text-ink-faint disabled:shadow-none max-md:h-11 max-md:px-4">
              <Send aria-hidden className="size-4" />
              {note ? t("saveNote") : t("send")}
            </button>
          </span>
        </div>
      </div>
    </section>
  );
}
