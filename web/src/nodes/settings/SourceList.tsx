import { Button, Dropdown } from "antd";
import { Plus, X } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "@/i18n/words";
import type { Source } from "@/model/flow";
import type { FormDefinition } from "@/model/form";
import { IconButton } from "@/ui/IconButton";
import { SourceDetail } from "./SourceDetail";
import styles from "./settings.module.css";

/** In the order of the menu; each begins empty, or with the nearest person. */
const FRESH: { [K in Source["kind"]]: Source } = {
  users: { kind: "users", users: [] },
  team: { kind: "team", team: "" },
  role: { kind: "role", role: "" },
  department_head: { kind: "department_head", department: "" },
  department_members: { kind: "department_members", department: "" },
  initiator_manager: { kind: "initiator_manager", level: 1 },
  initiator_department_head: { kind: "initiator_department_head", level: 1 },
  field: { kind: "field", field: "" },
  initiator: { kind: "initiator" },
};

const KINDS = Object.keys(FRESH) as Source["kind"][];

interface SourceListProps {
  id: string;
  form: FormDefinition;
  sources: readonly Source[];
  onChange: (sources: Source[]) => void;
}

/** A source that names nobody yet is no source: it stays here until somebody is chosen. */
function isChosen(source: Source): boolean {
  switch (source.kind) {
    case "users":
      return source.users.length > 0;
    case "team":
      return source.team !== "";
    case "role":
      return source.role !== "";
    case "department_members":
    case "department_head":
      return source.department !== "";
    case "field":
      return source.field !== "";
    case "initiator_department_head":
    case "initiator_manager":
    case "initiator":
      return true;
  }
}

/** Where the people come from; several sources follow each other. */
export function SourceList({ id, form, sources, onChange }: SourceListProps) {
  const { t } = useTranslation("node");
  const [begun, setBegun] = useState<readonly Source[]>([]);
  const all = [...sources, ...begun];
  const set = (next: readonly Source[]) => {
    const chosen = next.filter(isChosen);
    setBegun(next.filter((source) => !isChosen(source)));
    if (chosen.length !== sources.length || chosen.some((source, at) => source !== sources[at])) onChange(chosen);
  };
  const add = (kind: Source["kind"]) => set([...all, FRESH[kind]]);
  return (
    <div className={styles.list}>
      {all.map((source, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: sources have no identity but their place
        <div key={at} className={styles.box}>
          <div className={styles.boxHead}>
            <span>{t(`source.kind.${source.kind}`)}</span>
            <IconButton
              label={t("removeNamed", { name: t(`source.kind.${source.kind}`) })}
              icon={<X size={14} />}
              onClick={() => set(all.filter((_, other) => other !== at))}
            />
          </div>
          <SourceDetail
            source={source}
            form={form}
            onChange={(next) => set(all.map((old, other) => (other === at ? next : old)))}
          />
        </div>
      ))}
      <Dropdown
        trigger={["click"]}
        menu={{
          items: KINDS.map((kind) => ({ key: kind, label: t(`source.kind.${kind}`) })),
          onClick: ({ key }) => add(key as Source["kind"]),
        }}
      >
        <Button id={id} aria-label={t("source.add")} size="small" type="dashed" icon={<Plus size={14} />}>
          {t("source.add")}
        </Button>
      </Dropdown>
    </div>
  );
}
