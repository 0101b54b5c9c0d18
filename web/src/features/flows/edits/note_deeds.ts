// What a person does with sticky notes, as named steps of history; what notes share with steps is in ./deeds.

import { NOTE_SIDE_MAX, NOTE_SIDE_MIN, NOTES_MAX, type Note, notePlace, placeOfNote } from "@/model/canvas";
import type { FlowChange, Point } from "@/model/edit/flow";
import type { FlowDefinition } from "@/model/flow";
import { freshSlug } from "@/model/id";
import { putBeside, putDown } from "@/nodes/drawing/notes";
import type { FlowStore } from "./draft_session";
import type { IsRefused } from "./locks";
import { chosenOf } from "./selection";

const SIZE = { width: 176, height: 104 };

export type NoteDeeds = ReturnType<typeof noteDeeds>;

const putNote = (flow: FlowDefinition, note: Note): FlowChange => {
  const notes = flow.notes ?? [];
  const at = notes.findIndex(({ id }) => id === note.id);
  return { kind: "put_note", note, at: at < 0 ? notes.length : at };
};

/** Notes of steps that go, and notes that come without a step, are put down where they lie. */
export function notesKept(before: FlowDefinition, after: FlowDefinition): FlowChange[] {
  const steps = new Set(after.nodes.map(({ id }) => id));
  const known = new Set((before.notes ?? []).map(({ id }) => id));
  return (after.notes ?? []).flatMap((note) => {
    const isAdrift = note.step === undefined ? !known.has(note.id) : !steps.has(note.step);
    return isAdrift ? [putNote(after, putDown(after, note, placeOfNote(before, note)))] : [];
  });
}

/** Dragged notes: where they lie now. */
export function notesMoved(flow: FlowDefinition, places: Readonly<Record<string, Point>>): FlowChange[] {
  return (flow.notes ?? []).flatMap((note) => {
    const to = places[notePlace(note.id)];
    return to ? [putNote(flow, putDown(flow, note, to))] : [];
  });
}

export function noteDeeds(store: FlowStore, isRefused: IsRefused) {
  const flow = () => store.getState().history.doc;
  const perform = (key: string, notes: readonly Note[], selection?: readonly string[], group?: string) => {
    if (notes.length === 0) return;
    const changes = notes.map((note) => putNote(flow(), note));
    if (isRefused(changes)) return;
    const name = { key, params: { count: notes.length } };
    store.getState().dispatch({ changes, name, ...(selection && { selection }), ...(group && { group }) });
  };
  const chosen = () => {
    const { notes } = chosenOf(store.getState().history.selection);
    return (flow().notes ?? []).filter(({ id }) => notes.includes(id));
  };
  const side = (length: number) => Math.min(Math.max(length, NOTE_SIDE_MIN), NOTE_SIDE_MAX);

  return {
    /** At a point, or beside the selected step; with neither, beside the start. */
    add(at?: Point) {
      const notes = flow().notes ?? [];
      if (notes.length >= NOTES_MAX) return;
      const id = freshSlug("note", new Set(notes.map((note) => note.id)));
      const note: Note = { id, text: "", color: "yellow", x: 0, y: 0, ...SIZE };
      const step = chosenOf(store.getState().history.selection).nodes.at(-1) ?? flow().nodes[0]?.id ?? "";
      const put = at ? putDown(flow(), note, at) : putBeside(flow(), note, step);
      perform("noteAdd", [put], [notePlace(id)]);
    },
    set: (note: Note, group?: string) => perform("note", [note], undefined, group && `${note.id}.${group}`),
    /** The selected ones, by keys. */
    grow(by: Point) {
      const grown = chosen().map((note) => ({
        ...note,
        width: side(note.width + by.x),
        height: side(note.height + by.y),
      }));
      perform("noteSize", grown, undefined, "grow");
    },
    resize: (note: Note, width: number, height: number) =>
      perform("noteSize", [{ ...note, width: side(width), height: side(height) }]),
  };
}
