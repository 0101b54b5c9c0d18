import { type NodeProps, NodeToolbar, Position, useReactFlow } from "@xyflow/react";
import { Copy, Trash2 } from "lucide-react";
import { type PointerEvent, useState } from "react";
import { useTranslation } from "@/i18n/words";
import { NOTE_CHARS_MAX, NOTE_SIDE_MAX, NOTE_SIDE_MIN, type Note, notePlace } from "@/model/canvas";
import { cx } from "@/ui/cx";
import { IconButton } from "@/ui/IconButton";
import { useShortcuts } from "@/ui/shortcuts";
import { tinted } from "@/ui/tint";
import type { Deeds } from "../edits/deeds";
import { CanvasColors, NOTE_COLORS } from "./CanvasColors";
import { isLocked, useScene } from "./canvas_context";
import { LockMark, Unlock } from "./Locked";
import styles from "./NoteCard.module.css";

/** A sticky note: written in place, and larger or smaller by its corner. */
export default function NoteCard({ data, selected, dragging }: NodeProps) {
  const { note } = data as { note: Note };
  const { t } = useTranslation("flows");
  const scene = useScene();
  const { marks } = scene;
  const place = notePlace(note.id);
  const locked = isLocked(scene, place);
  const deeds = locked ? null : scene.deeds;
  const isMine = deeds !== null && selected;
  // One that was just put on the canvas is there to be written on.
  const [isWriting, setWriting] = useState(isMine && note.text === "");
  const [size, setSize] = useState<{ width: number; height: number } | null>(null);
  const { width, height } = size ?? note;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: F2 and Enter open it too
    <div
      className={cx(styles.note, dragging && styles.dragging)}
      data-selected={selected}
      data-mark={marks.get(`notes.${note.id}`)}
      data-locked={locked}
      style={{ ...tinted(note.color), width, height }}
      onDoubleClick={() => setWriting(deeds !== null)}
    >
      {isMine && !dragging && <NoteTools note={note} deeds={deeds} onWrite={() => setWriting(true)} />}
      {locked && <LockMark name={scene.deeds?.nameOf([place]) ?? t("note.label")} />}
      {locked && selected && (
        <NodeToolbar isVisible position={Position.Bottom} offset={6} align="start">
          <Unlock place={place} />
        </NodeToolbar>
      )}
      {deeds && isWriting ? (
        <textarea
          // biome-ignore lint/a11y/noAutofocus: it was asked for just now
          autoFocus
          className={`${styles.text} nodrag nopan nowheel`}
          aria-label={t("note.text")}
          placeholder={t("note.placeholder")}
          maxLength={NOTE_CHARS_MAX}
          value={note.text}
          onChange={(event) => deeds.notes.set({ ...note, text: event.target.value }, "text")}
          onBlur={() => setWriting(false)}
          onKeyDown={(event) => {
            if (event.key === "Escape" && !event.nativeEvent.isComposing) setWriting(false);
          }}
        />
      ) : (
        <p className={cx(styles.text, !note.text && styles.blank)}>{note.text || t("note.blank")}</p>
      )}
      {isMine && <Corner note={note} onSize={setSize} deeds={deeds} />}
    </div>
  );
}

interface ToolsProps {
  note: Note;
  deeds: Deeds;
}

function NoteTools({ note, deeds, onWrite }: ToolsProps & { onWrite: () => void }) {
  const { t } = useTranslation("flows");
  useShortcuts(t("note.label"), [
    { keys: "f2", label: t("note.write"), run: onWrite },
    { keys: "enter", label: t("note.write"), run: onWrite },
  ]);
  const only = { notes: [note.id] };
  return (
    <NodeToolbar isVisible position={Position.Bottom} offset={6} align="start">
      <div className={styles.tools}>
        <CanvasColors colors={NOTE_COLORS} value={note.color} onPick={(color) => deeds.notes.set({ ...note, color })} />
        <IconButton
          label={t("duplicate")}
          keys="mod+d"
          icon={<Copy size={16} />}
          onClick={() => deeds.duplicate(only)}
        />
        <IconButton label={t("remove")} keys="delete" icon={<Trash2 size={16} />} onClick={() => deeds.remove(only)} />
      </div>
    </NodeToolbar>
  );
}

const side = (length: number): number => Math.round(Math.min(Math.max(length, NOTE_SIDE_MIN), NOTE_SIDE_MAX) / 4) * 4;

interface CornerProps extends ToolsProps {
  /** Nothing once it is let go: the note has the size then. */
  onSize: (size: { width: number; height: number } | null) => void;
}

function Corner({ note, deeds, onSize }: CornerProps) {
  const { t } = useTranslation("flows");
  const { getZoom } = useReactFlow();
  const [from, setFrom] = useState<{ x: number; y: number } | null>(null);
  const sizeAt = ({ clientX, clientY }: PointerEvent, start: { x: number; y: number }) => ({
    width: side(note.width + (clientX - start.x) / getZoom()),
    height: side(note.height + (clientY - start.y) / getZoom()),
  });
  return (
    <span
      className={`${styles.corner} nodrag nopan`}
      title={t("note.resize")}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setFrom({ x: event.clientX, y: event.clientY });
      }}
      onPointerMove={(event) => from && onSize(sizeAt(event, from))}
      onPointerUp={(event) => {
        if (!from) return;
        const { width, height } = sizeAt(event, from);
        if (width !== note.width || height !== note.height) deeds.notes.resize(note, width, height);
        setFrom(null);
        onSize(null);
      }}
      onPointerCancel={() => {
        setFrom(null);
        onSize(null);
      }}
    />
  );
}
