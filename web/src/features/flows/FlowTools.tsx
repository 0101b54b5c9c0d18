import { Select } from "antd";
import { Maximize, Minus, Plus, Sparkles } from "lucide-react";
import { type Ref, useState } from "react";
import { useTranslation } from "@/i18n/words";
import { nodePlace } from "@/model/edit/flow_plan";
import type { FlowDefinition } from "@/model/flow";
import type { FormDefinition } from "@/model/form";
import { useByName } from "@/ui/by_name";
import { IconButton } from "@/ui/IconButton";
import type { CanvasControl } from "./canvas_control";
import styles from "./FlowTools.module.css";
import { TakeAway } from "./TakeAway";

interface FlowToolsProps {
  flow: FlowDefinition;
  form: FormDefinition;
  /** What the form is called. */
  name: string;
  control: { current: CanvasControl | null };
  isTidy: boolean;
  onTidy: () => void;
  onFound: (node: string) => void;
  finder: Ref<{ focus: () => void }>;
}

/** Above the canvas: find a step, put in order, zoom. */
export function FlowTools({ flow, form, name, control, isTidy, onTidy, onFound, finder }: FlowToolsProps) {
  const { t } = useTranslation("flows");
  const byName = useByName();
  const [found, setFound] = useState<string | null>(null);
  return (
    <>
      <Select
        ref={finder as Ref<never>}
        className={styles.find}
        size="small"
        variant="filled"
        showSearch={byName}
        placeholder={t("find")}
        aria-label={t("find")}
        value={found}
        options={flow.nodes.map(({ id, name }) => ({ value: id, label: name || id }))}
        onChange={(id: string | null) => {
          setFound(null);
          if (!id) return;
          onFound(id);
          control.current?.center(nodePlace(id));
        }}
      />
      <span className={styles.gap} />
      <TakeAway flow={flow} form={form} name={name} />
      <IconButton
        label={t(isTidy ? "tidyAlready" : "tidy")}
        keys="shift+alt+t"
        icon={<Sparkles size={16} />}
        isDisabled={isTidy}
        onClick={onTidy}
      />
      <IconButton
        label={t("keyed.zoomOut")}
        keys="-"
        icon={<Minus size={16} />}
        onClick={() => control.current?.zoom("out")}
      />
      <IconButton
        label={t("keyed.zoomIn")}
        keys="+"
        icon={<Plus size={16} />}
        onClick={() => control.current?.zoom("in")}
      />
      <IconButton label={t("keyed.1")} keys="1" icon={<Maximize size={16} />} onClick={() => control.current?.fit()} />
    </>
  );
}
