import { Button, Dropdown } from "antd";
import { Plus, X } from "lucide-react";
import { useTranslation } from "react-i18next";
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

/** Where the people come from; several sources follow each other. */
export function SourceList({ id, form, sources, onChange }: SourceListProps) {
  const { t } = useTranslation("node");
  const add = (kind: Source["kind"]) => onChange([...sources, FRESH[kind]]);
  return (
    <div className={styles.list}>
      {sources.map((source, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: sources have no identity but their place
        <div key={at} className={styles.box}>
          <div className={styles.boxHead}>
            <span>{t(`source.kind.${source.kind}`)}</span>
            <IconButton
              label={t("removeNamed", { name: t(`source.kind.${source.kind}`) })}
              icon={<X size={14} />}
              onClick={() => onChange(sources.filter((_, other) => other !== at))}
            />
          </div>
          <SourceDetail
            source={source}
            form={form}
            onChange={(next) => onChange(sources.map((old, other) => (other === at ? next : old)))}
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
        <Button id={id} size="small" type="dashed" icon={<Plus size={14} />}>
          {t("source.add")}
        </Button>
      </Dropdown>
    </div>
  );
}
