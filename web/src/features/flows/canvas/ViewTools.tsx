import { Select } from "antd";
import { Maximize, Minus, Plus } from "lucide-react";
import { type Ref, useState } from "react";
import { useTranslation } from "@/i18n/words";
import { nodePlace } from "@/model/edit/flow_plan";
import type { FlowDefinition } from "@/model/flow";
import { useByName } from "@/ui/by_name";
import { IconButton } from "@/ui/IconButton";
import type { CanvasControl } from "./canvas_control";
import styles from "./FlowTools.module.css";

export type Finder = { focus: () => void };

type Control = { current: CanvasControl | null };

interface FindStepProps {
  flow: FlowDefinition;
  control: Control;
  finder: Ref<Finder>;
  onFound?: (node: string) => void;
}

/** By its name, into the middle of the canvas. */
export function FindStep({ flow, control, finder, onFound }: FindStepProps) {
  const { t } = useTranslation("flows");
  const byName = useByName();
  const [found, setFound] = useState<string | null>(null);
  return (
    <Select
      ref={finder as Ref<never>}
      className={styles.find}
      size="small"
      showSearch={byName}
      placeholder={t("find")}
      aria-label={t("find")}
      value={found}
      options={flow.nodes.map(({ id, name }) => ({ value: id, label: name || id }))}
      onChange={(id: string | null) => {
        setFound(null);
        if (!id) return;
        onFound?.(id);
        control.current?.center(nodePlace(id));
      }}
    />
  );
}

export function ZoomTools({ control }: { control: Control }) {
  const { t } = useTranslation("flows");
  return (
    <>
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
