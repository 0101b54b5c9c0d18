import type { Note, Phase } from "@/model/canvas";
import type { Box } from "@/nodes/drawing/boxes";
import { NOTE_FONT, noteLines } from "@/nodes/drawing/note_text";
import { shortened } from "@/nodes/drawing/text_room";
import { tinted } from "@/ui/tint";
import styles from "./FlowPicture.module.css";

/** The band of a phase behind its steps. */
export function FlowBand({ phase, box }: { phase: Phase; box: Box }) {
  return (
    <g className={styles.band} style={tinted(phase.color)}>
      <title>{phase.name}</title>
      <rect {...box} rx="16" />
      <text x={box.x + 14} y={box.y + 18}>
        {shortened(phase.name, box.width - 28, 13)}
      </text>
    </g>
  );
}

/** A sticky note, as it lies on the designers' canvas. */
export function FlowNote({ note, box }: { note: Note; box: Box }) {
  return (
    <g className={styles.note} style={tinted(note.color)} transform={`translate(${box.x} ${box.y})`}>
      <title>{note.text}</title>
      <rect width={box.width} height={box.height} rx="6" />
      <path d={`M0 6a6 6 0 0 1 6-6h${box.width - 12}a6 6 0 0 1 6 6z`} />
      {noteLines(note).map(({ text, x, y }) => (
        <text key={y} x={x} y={y} fontSize={NOTE_FONT}>
          {text}
        </text>
      ))}
    </g>
  );
}
