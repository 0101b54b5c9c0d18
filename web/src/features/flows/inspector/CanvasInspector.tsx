import type { Note, Phase } from "@/model/canvas";
import type { FlowDefinition } from "@/model/flow";
import type { Problem } from "@/model/problem";
import type { LockNoteProps } from "@/ui/designer/LockNote";
import type { Deeds } from "../edits/deeds";
import { NoteInspector } from "./NoteInspector";
import { PhaseInspector } from "./PhaseInspector";

interface CanvasInspectorProps {
  item: { note: Note } | { phase: Phase };
  flow: FlowDefinition;
  problems: readonly Problem[];
  deeds: Deeds;
  /** Given while it is locked. */
  lock: LockNoteProps | undefined;
}

/** The properties of what stands on the canvas besides steps and lines. */
export default function CanvasInspector({ item, ...drawn }: CanvasInspectorProps) {
  return "note" in item ? <NoteInspector {...item} {...drawn} /> : <PhaseInspector {...item} {...drawn} />;
}
