import { CornerRightDown, Group, StickyNote } from "lucide-react";
import { type PointerEvent, useMemo } from "react";
import { useTranslation } from "@/i18n/words";
import { firstLine, notePlace, phasePlace } from "@/model/canvas";
import { edgePlace, nodePlace } from "@/model/edit/flow_plan";
import type { Node } from "@/model/flow";
import { nodeType } from "@/nodes/table";
import { Outline, OutlineRow, type OutlineRowProps } from "@/ui/designer/OutlineRow";
import { ShowAll } from "@/ui/designer/ShowAll";
import { chosenBy } from "@/ui/designer/selection";
import { startDrag } from "@/ui/drag";
import { gapAt } from "@/ui/list_gap";
import { type CanvasScene, isHidden, isLocked } from "../canvas/canvas_context";
import type { Deeds } from "../edits/deeds";
import type { FlowStore } from "../edits/draft_session";
import { isThere } from "../edits/locks";
import styles from "./FlowOutline.module.css";
import { type Branch, type Listed, outlineOf } from "./outline_tree";

interface FlowOutlineProps {
  scene: CanvasScene;
  store: FlowStore;
  deeds: Deeds;
  selection: readonly string[];
  /** Selects it and brings it into view. */
  onShow: (place: string) => void;
}

type Row = Omit<OutlineRowProps, "isSelected" | "mark" | "onSelect" | "aside">;
type Drag = OutlineRowProps["onDragStart"];

/** The flow as a list: the way about a long one. Renamed and selected as on the canvas; branches change places by dragging. */
export default function FlowOutline({ scene, store, deeds, selection, onShow }: FlowOutlineProps) {
  const { t } = useTranslation(["flows", "node"]);
  const { flow, marks } = scene;
  const listed = useMemo(() => outlineOf(flow), [flow]);
  const nameOf = ({ name, step }: Node) => name || t(`node:kind.${step.kind}.label`);

  const row = (place: string, { onDragStart, ...said }: Row) => (
    <OutlineRow
      key={place}
      {...said}
      {...(onDragStart && { onDragStart })}
      isSelected={selection.includes(place)}
      mark={marks.get(place)}
      aside={{
        isHidden: isHidden(scene, place),
        isLocked: isLocked(scene, place),
        onHide: () => deeds.turn("hidden", [place]),
        onLock: () => deeds.turn("locked", [place]),
        isRefused: () => deeds.isLocked(place),
      }}
      onSelect={(isMore) => (isMore ? deeds.select(chosenBy(selection, place, true)) : onShow(place))}
    />
  );

  const dragOf =
    (gateway: Node, branch: Branch, at: number) =>
    ({ nativeEvent, currentTarget }: PointerEvent) => {
      const head = flow.nodes.find(({ id }) => id === branch.edge.to);
      startDrag<number>(nativeEvent, {
        label: branch.edge.label || (head ? nameOf(head) : ""),
        sources: [currentTarget.closest("[data-branches] > *")],
        over: (_, y, under) =>
          under?.closest("[data-outline]")
            ? gapAt(document.querySelector(`[data-branches="${gateway.id}"]`), y)
            : { place: null, deny: t("outline.within", { name: nameOf(gateway) }) },
        drop: (gap) => deeds.moveBranch(branch.edge.id, gap > at ? gap - 1 : gap),
      });
    };

  const branchOf = (gateway: Node, branch: Branch, at: number) => {
    const drag = dragOf(gateway, branch, at);
    const { edge } = branch;
    const to = flow.nodes.find(({ id }) => id === edge.to);
    const straight = () =>
      row(edgePlace(edge.id), {
        icon: <CornerRightDown size={14} />,
        text: edge.label ?? "",
        placeholder: t("outline.straight", { name: to ? nameOf(to) : edge.to }),
        onRename: (label) => deeds.setEdge({ ...edge, label }, "label"),
        onDragStart: drag,
      });
    return (
      <li key={edge.id}>
        <ul>{branch.listed.length ? rows(branch.listed, drag) : straight()}</ul>
      </li>
    );
  };

  /** The first step of a branch carries it along. */
  const rows = (all: readonly Listed[], drag?: Drag) => {
    const head = all.findIndex(({ kind }) => kind === "step");
    return all.map((one, at) => rowOf(one, at === head ? drag : undefined));
  };

  const rowOf = (one: Listed, drag: Drag) => {
    if (one.kind === "phase") {
      const { phase } = one;
      return row(phasePlace(phase.id), {
        icon: <Group size={14} />,
        text: phase.name,
        placeholder: t("phase.blank"),
        onRename: (name) => deeds.phases.set({ ...phase, name }, "name"),
      });
    }
    if (one.kind === "note") {
      const { note } = one;
      const more = note.text.trim().split("\n").slice(1);
      return row(notePlace(note.id), {
        icon: <StickyNote size={14} />,
        text: firstLine(note),
        placeholder: t("note.blank"),
        onRename: (line) => deeds.notes.set({ ...note, text: [line, ...more].join("\n") }, "text"),
      });
    }
    const { node, branches } = one;
    const { icon: Icon } = nodeType(node.step.kind);
    const step = row(nodePlace(node.id), {
      icon: <Icon size={14} />,
      text: node.name,
      placeholder: t(`node:kind.${node.step.kind}.label`),
      onRename: (name) => deeds.rename({ ...node, name }),
      ...(drag && { onDragStart: drag }),
    });
    if (branches.length === 0) return step;
    return [
      step,
      <li key={`${node.id}.branches`}>
        <ul className={styles.branches} aria-label={nameOf(node)} data-branches={node.id} data-glides>
          {branches.map((branch, at) => branchOf(node, branch, at))}
        </ul>
      </li>,
    ];
  };

  return (
    <Outline>
      <ShowAll store={store} has={(place) => isThere(flow, place)} />
      <ul className={styles.all}>{rows(listed)}</ul>
    </Outline>
  );
}
