import { Button } from "antd";
import { Plus } from "lucide-react";
import { useConditionWords } from "@/fields/condition/condition_words";
import { useTranslation } from "@/i18n/words";
import type { FlowDefinition, Node } from "@/model/flow";
import { exitsOf } from "@/model/flow_ports";
import type { FormDefinition } from "@/model/form";
import { ListGrip } from "@/ui/ListGrip";
import type { Deeds } from "../edits/deeds";
import { BranchHints } from "./BranchHints";
import styles from "./inspector.module.css";

interface BranchesProps {
  node: Node;
  flow: FlowDefinition;
  form: FormDefinition;
  deeds: Deeds;
}

/** The lines out of a gateway in the order they are drawn, which is the order conditions are tried in. */
export default function Branches({ node, flow, form, deeds }: BranchesProps) {
  const { t } = useTranslation(["flows", "condition"]);
  const words = useConditionWords(form);
  const exits = exitsOf(flow, node.id);
  const isExclusive = node.step.kind === "exclusive";
  const nameOf = (id: string) => flow.nodes.find((other) => other.id === id)?.name || id;
  const lineName = (id: string) => {
    const edge = exits.find((one) => one.id === id);
    return edge?.label || nameOf(edge?.to ?? "");
  };
  return (
    <>
      <p className={styles.note}>{t(isExclusive ? "branches.exclusive" : "branches.parallel")}</p>
      <ol className={styles.branches} data-glides>
        {exits.map((edge, at) => (
          <li key={edge.id} className={styles.branch}>
            <ListGrip
              label={nameOf(edge.to)}
              at={at}
              onMove={(gap) => deeds.moveBranch(edge.id, gap > at ? gap - 1 : gap)}
            />
            <button type="button" className={styles.branchName} onClick={() => deeds.select([`edges.${edge.id}`])}>
              <span className={styles.branchTo}>{nameOf(edge.to)}</span>
              {isExclusive && (
                <span className={styles.branchIf}>
                  {edge.condition === undefined
                    ? t("condition:otherwise")
                    : words(edge.condition).trim() || t("condition:unset")}
                </span>
              )}
            </button>
          </li>
        ))}
      </ol>
      {isExclusive && <BranchHints exits={exits} form={form} nameOf={lineName} />}
      <Button
        size="small"
        type="dashed"
        icon={<Plus size={14} />}
        onClick={() => deeds.add(isExclusive ? "handle" : "approve", { after: node.id })}
      >
        {t("branches.add")}
      </Button>
    </>
  );
}
