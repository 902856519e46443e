"use client";

import { Mic, Music, Pause, Play } from "lucide-react";
import { useTranslations } from "next-intl";
import { type CSSProperties, useEffect, useRef, useState } from "react";
import { useFormat } from "#components/hooks/use-format.ts";

/** A thin line, filled up to `--part`; easy to hit all the same. */
const slider = "h-6 w-full cursor-pointer appearance-none rounded-sm bg-transparent bg-[linear-gradient(to_right,var(--accent)_var(--part),var(--line-strong)_var(--part))] bg-[length:100%_4px] bg-center bg-no-repeat disabled:cursor-default [&::-webkit-slider-thumb]:appearance-none [&::-webkit-slider-thumb]:size-3 [&::-webkit-slider-thumb]:rounded-full [&::-webkit-slider-thumb]:bg-accent [&::-moz-range-thumb]:size-3 [&::-moz-range-thumb]:border-0 [&::-moz-range-thumb]:bg-accent";
const speeds = [1, 1.5, 2] as const;
/** The one that sounds: two at once cannot be understood. */
let sounding: HTMLAudioElement | null = null;

/** A voice note or a piece of music: play, where it is, how long it is, and how fast. */
export function AudioPlayer({ url, name, voice, onBroken }: { url: string; name: string; voice: boolean; onBroken: () => void }) {
  const t = useTranslations("messages");
  const format = useFormat();
  const audio = useRef<HTMLAudioElement>(null);
  const [playing, setPlaying] = useState(false);
  const [at, setAt] = useState(0);
  // A recording made in a browser does not know its length until it was read to its end.
  const [seconds, setSeconds] = useState(0);
  const [speed, setSpeed] = useState<number>(1);
  const Icon = voice ? Mic : Music;
  useEffect(() => { if (audio.current) audio.current.playbackRate = speed; }, [speed, playing]);

  const measure = () => { const { duration = 0 } = audio.current ?? {}; if (Number.isFinite(duration)) setSeconds(duration); };
  const toggle = () => {
    const element = audio.current;
    if (!element) return;
    if (!element.paused) return element.pause();
    // A second press, or the page letting go of it, ends the promise; what cannot be played says so by `onError`.
    void element.play().catch(() => undefined);
  };
  const button = "shrink-0 rounded-full text-sm font-semibold";
  return (
    <div role="group" aria-label={name} className="grid w-72 max-w-full grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-2.5">
      <audio
        ref={audio}
        src={url}
        preload="metadata"
        onPlay={() => { if (sounding !== audio.current) sounding?.pause(); sounding = audio.current; setPlaying(true); }}
        onPause={() => setPlaying(false)}
        onEnded={() => setAt(0)}
        onTimeUpdate={() => setAt(audio.current?.currentTime ?? 0)}
        onLoadedMetadata={measure}
        onDurationChange={measure}
        onError={onBroken}
      />
      <button type="button" onClick={toggle} aria-label={t(playing ? "pause" : "play", { name })} className={`${button} grid size-9 place-items-center bg-accent text-on-accent hover:bg-accent-hover max-md:size-11`}>
        {playing ? <Pause aria-hidden className="size-4 fill-current" /> : <Play aria-hidden className="ml-0.5 size-4 fill-current" />}
      </button>
      <span className="grid min-w-0 grid-cols-[minmax(0,1fr)]">
        <input
          type="range"
          min={0}
          max={seconds || 1}
          step={0.1}
          value={Math.min(at, seconds || 1)}
          disabled={!seconds}
          aria-label={t("position")}
          aria-valuetext={t("positionOf", { at: clock(at), total: clock(seconds) })}
          onChange={(event) => { const to = Number(event.target.value); setAt(to); if (audio.current) audio.current.currentTime = to; }}
          style={{ "--part": `${(100 * Math.min(at, seconds || 1)) / (seconds || 1)}%` } as CSSProperties}
          className={slider}
        />
        <span className="flex items-center gap-1.5 text-xs text-ink-faint">
          <Icon aria-hidden className="size-3 shrink-0" />
          <span className="min-w-0 flex-1 truncate" title={voice ? undefined : name}>{name}</span>
          <span className="shrink-0 tabular-nums">{clock(playing || at > 0 || !seconds ? at : seconds)}</span>
        </span>
      </span>
      <button type="button" onClick={() => setSpeed(speeds[(speeds.indexOf(speed as 1) + 1) % speeds.length]!)} aria-label={t("speed", { speed: format.number(speed) })} className={`${button} h-7 min-w-10 border border-line-strong bg-surface px-1.5 tabular-nums text-ink-soft hover:bg-hover hover:text-ink max-md:h-11 max-md:min-w-11`}>
        {format.number(speed)}×
      </button>
    </div>
  );
}

/** 1:05; seconds in. */
function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;
}
