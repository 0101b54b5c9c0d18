import { Workflow } from "lucide-react";
import type { FormHead } from "@/api/drafts";
import { useTranslation } from "@/i18n/words";
import type { FlowDefinition } from "@/model/flow";
import type { FormDefinition } from "@/model/form";
import { InspectorFrame } from "@/ui/designer/InspectorFrame";
import { Kbd } from "@/ui/Kbd";
import styles from "../inspector/inspector.module.css";
import { VersionList } from "./VersionList";

interface AboutFlowProps {
  head: FormHead;
  flow: FlowDefinition;
  form: FormDefinition;
  onRestore: (definition: FlowDefinition, version: number) => void;
}

const KEYS = ["n", "f2", "delete", "mod+d", "shift+alt+t", "1"] as const;

/** What the inspector shows while nothing is selected. */
export function AboutFlow({ head, flow, form, onRestore }: AboutFlowProps) {
  const { t } = useTranslation("flows");
  const people = flow.nodes.filter(({ step }) => step.kind === "handle" || step.kind === "approve").length;
  return (
    <InspectorFrame
      title={head.name}
      subtitle={t("title")}
      icon={<Workflow size={18} />}
      groups={[
        {
          id: "flow.about",
          label: t("about.title"),
          content: (
            <dl className={styles.facts}>
              <dt>{t("about.live")}</dt>
              <dd>{head.flow_version ? t("about.version", { version: head.flow_version }) : t("about.none")}</dd>
              <dt>{t("about.steps")}</dt>
              <dd>{flow.nodes.length}</dd>
              <dt>{t("about.people")}</dt>
              <dd>{people}</dd>
            </dl>
          ),
        },
        {
          id: "flow.versions",
          label: t("versions.title"),
          content: <VersionList head={head} draft={flow} form={form} onRestore={onRestore} />,
        },
        {
          id: "flow.keys",
          label: t("about.keys"),
          content: (
            <ul className={styles.tips}>
              {KEYS.map((keys) => (
                <li key={keys}>
                  {t(`keyed.${keys}`)}
                  <Kbd keys={keys} />
                </li>
              ))}
            </ul>
          ),
        },
      ]}
    />
  );
}
