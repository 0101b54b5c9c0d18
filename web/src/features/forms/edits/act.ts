// What a person can do in the designer, each as one named step.

import { TYPES } from "@/fields/table";
import { i18n } from "@/i18n/i18n";
import { listed } from "@/i18n/joined";
import type { FormChange } from "@/model/edit/form";
import { copyFields, readFields, takeFields, writeFields } from "@/model/edit/form_copy";
import {
  addField,
  addSection,
  moveFields,
  nudge,
  type Place,
  type Plan,
  placeAfter,
  putField,
  removeFields,
  removeSection,
  sectionOf,
  setSpan,
} from "@/model/edit/form_plan";
import type { Field, FieldKind, FormDefinition } from "@/model/form";
import { announce } from "@/ui/designer/announce";
import { fromClipboard, toClipboard } from "@/ui/designer/clipboard";
import { toastStep } from "@/ui/designer/step_toast";
import { toast } from "@/ui/toast";
import { freshControl } from "./fresh_control";
import { isRefused } from "./locks";
import type { Designing, FormStore } from "./session";
import { type Template, templatePlan } from "./templates";
import { usesOf } from "./uses";

const docOf = (store: FormStore): FormDefinition => store.getState().history.doc;
const selected = (store: FormStore): readonly string[] => store.getState().history.selection;

export function labelsOf(form: FormDefinition, ids: readonly string[]): string {
  const labels = form.fields.filter(({ id }) => ids.includes(id)).map(({ label }) => label);
  const shown = listed(labels.slice(0, 2));
  return labels.length > 2 ? i18n.t("forms:andMore", { shown, count: labels.length }) : shown;
}

/** Whether it was done. `keys`: what moves though it does not itself change. */
function run(
  store: FormStore,
  key: string,
  name: string,
  { changes, selection }: Plan,
  keys: readonly string[] = [],
): boolean {
  if (changes.length === 0 || isRefused(store, keys, changes)) return false;
  store.getState().dispatch({ changes, selection, name: { key, params: { name } } });
  return true;
}

export function add(store: FormStore, kind: FieldKind, place?: Place): void {
  const form = docOf(store);
  const label = i18n.t(`field:${kind}.label`);
  const fresh = { label, control: freshControl(kind), span: TYPES[kind].span };
  run(store, "add", label, addField(form, fresh, place ?? placeAfter(form, selected(store))));
}

/** An empty form begins with the questions of a template. */
export function begin(store: FormStore, template: Template): void {
  const plan = templatePlan(docOf(store), template, {
    label: (word) => i18n.t(`forms:template.field.${word}`),
    options: (word) => String(i18n.t(`forms:template.options.${word}` as never)).split("|"),
  });
  run(store, "template", i18n.t(`forms:template.${template}.name`), plan);
}

export function move(store: FormStore, ids: readonly string[], to: Place): boolean {
  return run(store, "move", labelsOf(docOf(store), ids), moveFields(docOf(store), ids, to), ids);
}

/** By name instead of by hand: said, as moves by keys are. */
export function moveTo(store: FormStore, ids: readonly string[], to: Place): void {
  if (move(store, ids, to)) announce(whereIs(docOf(store), ids, labelsOf(docOf(store), ids)));
}

export function step(store: FormStore, by: -1 | 1): void {
  const ids = selected(store).filter((key) => sectionOf(key) === null);
  const name = labelsOf(docOf(store), ids);
  const plan = nudge(docOf(store), ids, by);
  if (plan && run(store, "move", name, plan, ids)) announce(whereIs(docOf(store), ids, name));
  else if (!plan && ids.length > 0) announce(i18n.t("forms:said.noFurther", { name }));
}

/** "金额: 3 of 8 in 费用". */
function whereIs(form: FormDefinition, ids: readonly string[], name: string): string {
  const section = form.sections.find(({ items }) => items.some(({ field }) => field === ids[0]));
  const at = section?.items.findIndex(({ field }) => field === ids[0]) ?? 0;
  const title = section?.title || i18n.t("forms:section.untitled");
  return i18n.t("forms:said.moved", { name, title, place: at + 1, count: section?.items.length ?? 0 });
}

/** Fields that others speak of are asked about first. */
export function remove({ store, elsewhere, askRemoval }: Designing, keys: readonly string[]): void {
  const form = docOf(store);
  if (isRefused(store, keys)) return;
  const section = keys.map(sectionOf).find((id) => id !== null);
  if (section) removeGroup(store, section);
  else if (usesOf(form, elsewhere, keys).length > 0) askRemoval(keys);
  else removeNow(store, keys);
}

/** Its fields go to the neighbour. */
function removeGroup(store: FormStore, id: string): void {
  const form = docOf(store);
  const plan = removeSection(form, id);
  if (!plan) {
    toast.info(i18n.t("forms:lastSection"));
    return;
  }
  const gone = form.sections.find((section) => section.id === id);
  const name = gone?.title || i18n.t("forms:section.untitled");
  const inside = gone?.items.map(({ field }) => field) ?? [];
  if (run(store, "removeSection", name, plan, inside)) toastStep(store, i18n.t("forms:removed", { name }));
}

/** Undo brings everything back. */
export function removeNow(store: FormStore, fields: readonly string[]): void {
  if (fields.length === 0) return;
  const name = labelsOf(docOf(store), fields);
  if (run(store, "remove", name, removeFields(docOf(store), fields))) {
    toastStep(store, i18n.t("forms:removed", { name }));
  }
}

export function duplicate(store: FormStore, keys: readonly string[]): void {
  const form = docOf(store);
  const fields = takeFields(form, keys);
  const name = labelsOf(
    form,
    fields.map(({ field }) => field.id),
  );
  run(store, "duplicate", name, copyFields(form, fields, placeAfter(form, keys)));
}

export function change(store: FormStore, field: Field, aspect: string, group?: string): void {
  if (isRefused(store, [field.id])) return;
  store.getState().dispatch({
    changes: [putField(docOf(store), field)],
    name: { key: "change", params: { name: field.label, aspect } },
    ...(group && { group: `${field.id}.${group}` }),
  });
}

export function changeAll(store: FormStore, fields: readonly Field[], patch: (field: Field) => Field, aspect: string) {
  const form = docOf(store);
  const changes = fields.map((field) => putField(form, patch(field)));
  if (isRefused(store, [], changes)) return;
  const name = labelsOf(
    form,
    fields.map(({ id }) => id),
  );
  store.getState().dispatch({ changes, name: { key: "change", params: { name, aspect } } });
}

export function resize(store: FormStore, ids: readonly string[], span: number): void {
  const changes = setSpan(docOf(store), ids, span);
  const name = labelsOf(docOf(store), ids);
  if (changes.length > 0 && !isRefused(store, ids, changes)) {
    store.getState().dispatch({ changes, name: { key: "resize", params: { name } }, group: `span.${ids.join()}` });
  }
}

export function insertSection(store: FormStore, at: number): void {
  const form = docOf(store);
  const title = i18n.t("forms:section.fresh", { count: form.sections.length + 1 });
  run(store, "addSection", title, addSection(form, title, at));
}

export function changeSection(store: FormStore, change: FormChange, name: string, group?: string): void {
  if (isRefused(store, [], [change])) return;
  store
    .getState()
    .dispatch({ changes: [change], name: { key: "changeSection", params: { name } }, ...(group && { group }) });
}

/** Fields, or all of a group; answers which. */
export async function copy(store: FormStore): Promise<string[]> {
  const fields = takeFields(docOf(store), selected(store));
  if (fields.length > 0) {
    await toClipboard(writeFields(fields));
    toast.info(i18n.t("forms:copied", { count: fields.length }));
  }
  return fields.map(({ field }) => field.id);
}

/** Nothing goes that is not on the clipboard: of a group, its fields. */
export async function cut(designing: Designing): Promise<void> {
  if (isRefused(designing.store, selected(designing.store))) return;
  remove(designing, await copy(designing.store));
}

export async function paste(store: FormStore): Promise<void> {
  const fields = readFields(await fromClipboard()).filter(({ field }) => field.control.kind in TYPES);
  if (fields.length === 0) return;
  const form = docOf(store);
  const plan = copyFields(form, fields, placeAfter(form, selected(store)));
  run(store, "paste", listed(fields.map(({ field }) => field.label)), plan);
}
