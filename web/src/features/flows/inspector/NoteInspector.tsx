import { Button, Input, Select } from "antd";
import { Copy, StickyNote, Trash2 } from "lucide-react";
import { useTranslation } from "@/i18n/words";
import { firstLine, NOTE_CHARS_MAX, type Note, placeOfNote } from "@/model/canvas";
import type { FlowDefinition } from "@/model/flow";
import type { Problem } from "@/model/problem";
import { InspectorFrame } from "@/ui/designer/InspectorFrame";
import type { LockNoteProps } from "@/ui/designer/LockNote";
import { PropertyRow } from "@/ui/designer/PropertyRow";
import { placeText } from "@/ui/problem_text";
import { CanvasColors, NOTE_COLORS } from "../canvas/CanvasColors";
import type { Deeds } from "../edits/deeds";
import { targetOf } from "../edits/flow_problems";
import styles from "./inspector.module.css";
import { TopRows } from "./TopRows";

interface NoteInspectorProps {
  note: Note;
  flow: FlowDefinition;
  problems: readonly Problem[];
  deeds: Deeds;
  /** Given while it is locked. */
  lock: LockNoteProps | undefined;
}

const FREE = "";

/** What a note says, its colour, and the step it goes with. */
export function NoteInspector({ note, flow, problems, deeds, lock }: NoteInspectorProps) {
  const { t } = useTranslation("flows");
  const mine = problems.filter((problem) => targetOf(problem) === `notes.${note.id}`);
  const only = { notes: [note.id] };
  /** It stays where it lies. */
  const stickTo = (step: string) => {
    const { step: _, ...free } = { ...note, ...placeOfNote(flow, note) };
    const node = flow.nodes.find(({ id }) => id === step);
    deeds.notes.set(node ? { ...free, step, x: free.x - node.x, y: free.y - node.y } : free);
  };
  return (
    <InspectorFrame
      lock={lock}
      title={firstLine(note) || t("note.blank")}
      subtitle={t("note.label")}
      icon={<StickyNote size={18} />}
      groups={[]}
    >
      <TopRows isLocked={lock !== undefined}>
        <PropertyRow label={t("note.text")} help={t("note.textHelp")}>
          {(id) => (
            <Input.TextArea
              id={id}
              value={note.text}
              maxLength={NOTE_CHARS_MAX}
              autoSize={{ minRows: 3, maxRows: 12 }}
              onChange={(event) => deeds.notes.set({ ...note, text: event.target.value }, "text")}
            />
          )}
        </PropertyRow>
        <PropertyRow label={t("note.color")} help={t("note.colorHelp")}>
          {() => (
            <CanvasColors
              colors={NOTE_COLORS}
              value={note.color}
              onPick={(color) => deeds.notes.set({ ...note, color })}
            />
          )}
        </PropertyRow>
        <PropertyRow label={t("note.step")} help={t("note.stepHelp")}>
          {(id) => (
            <Select
              id={id}
              value={note.step ?? FREE}
              options={[
                { value: FREE, label: t("note.free") },
                ...flow.nodes.map((node) => ({ value: node.id, label: node.name || node.id })),
              ]}
              onChange={stickTo}
            />
          )}
        </PropertyRow>
        {mine.map((problem) => (
          <p key={problem.code} className={styles.problem} data-severity={problem.severity}>
            {placeText(problem)}
          </p>
        ))}
        <Button icon={<Copy size={15} />} onClick={() => deeds.duplicate(only)}>
          {t("duplicate")}
        </Button>
        <Button danger icon={<Trash2 size={15} />} onClick={() => deeds.remove(only)}>
          {t("remove")}
        </Button>
      </TopRows>
    </InspectorFrame>
  );
}
