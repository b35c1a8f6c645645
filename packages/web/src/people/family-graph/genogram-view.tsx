import { ActionIcon, Button } from '@mantine/core';
import type { Genogram } from '@tirek/domain/people/family-graph';
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import { useText } from '../../text/language.tsx';
import styles from './family-graph.module.css';

const LEAST = 0.3;
const MOST = 3;
const STEP = 1.25;

const within = (zoom: number) => Math.min(MOST, Math.max(LEAST, zoom));

/** A genogram to look at: larger and smaller with buttons, the keys + - 0, two fingers or the wheel with Ctrl; the arrows move it. */
export function GenogramView({ genogram }: { genogram: Genogram }) {
  const text = useText('genogram');
  const frame = useRef<HTMLDivElement>(null);
  /** Null: as large as the frame allows, and never larger than it was drawn. */
  const [chosen, setChosen] = useState<number | null>(null);
  const [room, setRoom] = useState(0);
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const watch = new ResizeObserver(() => setRoom(element.clientWidth));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  const fitting = room === 0 ? 1 : Math.min(1, (room - 2) / genogram.width);
  const zoom = chosen ?? fitting;
  const change = (factor: number) => setChosen(within(zoom * factor));
  const fingers = useFingers(zoom, (next) => setChosen(within(next)));
  useWheel(frame, change);
  const onKeyDown = (event: KeyboardEvent) => {
    const factor = { '+': STEP, '=': STEP, '-': 1 / STEP }[event.key];
    if (factor === undefined && event.key !== '0') return;
    event.preventDefault();
    if (factor === undefined) setChosen(null);
    else change(factor);
  };
  return (
    <div className={styles.viewer}>
      <div className={styles.tools} role="group" aria-label={text('zoom.tools')}>
        <ActionIcon
          variant="default"
          size={44}
          aria-label={text('zoom.out')}
          onClick={() => change(1 / STEP)}
        >
          −
        </ActionIcon>
        <ActionIcon
          variant="default"
          size={44}
          aria-label={text('zoom.in')}
          onClick={() => change(STEP)}
        >
          +
        </ActionIcon>
        <Button variant="default" onClick={() => setChosen(null)}>
          {text('zoom.fit')}
        </Button>
      </div>
      <div
        ref={frame}
        className={styles.frame}
        data-scrolls
        role="region"
        aria-label={genogram.title}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard
        tabIndex={0}
        onKeyDown={onKeyDown}
        {...fingers}
      >
        <div
          className={styles.paper}
          style={{ width: Math.round(genogram.width * zoom) }}
          // biome-ignore lint/security/noDangerouslySetInnerHtml: the drawing escapes every text it is given
          dangerouslySetInnerHTML={{ __html: genogram.svg }}
        />
      </div>
    </div>
  );
}

/** Two fingers: as they part, the drawing grows. One finger scrolls, as everywhere. */
function useFingers(zoom: number, onZoom: (zoom: number) => void) {
  const touching = useRef(new Map<number, readonly [number, number]>());
  const start = useRef<{ apart: number; zoom: number } | null>(null);
  const apart = () => {
    const [one, other] = [...touching.current.values()];
    return one && other ? Math.hypot(one[0] - other[0], one[1] - other[1]) : 0;
  };
  const down = (event: PointerEvent) => {
    if (event.pointerType !== 'touch') return;
    touching.current.set(event.pointerId, [event.clientX, event.clientY]);
    start.current = touching.current.size === 2 ? { apart: apart(), zoom } : null;
  };
  const move = (event: PointerEvent) => {
    if (!touching.current.has(event.pointerId)) return;
    touching.current.set(event.pointerId, [event.clientX, event.clientY]);
    if (start.current && start.current.apart > 0) {
      onZoom((start.current.zoom * apart()) / start.current.apart);
    }
  };
  const up = (event: PointerEvent) => {
    touching.current.delete(event.pointerId);
    start.current = null;
  };
  return { onPointerDown: down, onPointerMove: move, onPointerUp: up, onPointerCancel: up };
}

/** The wheel with Ctrl, which is also how a touchpad tells of two fingers; React cannot keep the page from growing with it. */
function useWheel(
  frame: { readonly current: HTMLDivElement | null },
  change: (factor: number) => void,
) {
  const latest = useRef(change);
  latest.current = change;
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      latest.current(event.deltaY < 0 ? 1.1 : 1 / 1.1);
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [frame]);
}
