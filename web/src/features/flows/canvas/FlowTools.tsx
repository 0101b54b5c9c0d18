import { Sparkles } from "lucide-react";
import type { Ref } from "react";
import { useTranslation } from "@/i18n/words";
import type { FlowDefinition } from "@/model/flow";
import type { FormDefinition } from "@/model/form";
import { IconButton } from "@/ui/IconButton";
import type { CanvasControl } from "./canvas_control";
import styles from "./FlowTools.module.css";
import { TakeAway } from "./TakeAway";
import { type Finder, FindStep, ZoomTools } from "./ViewTools";

interface FlowToolsProps {
  flow: FlowDefinition;
  form: FormDefinition;
  /** What the form is called. */
  name: string;
  control: { current: CanvasControl | null };
  isTidy: boolean;
  onTidy: () => void;
  onFound: (node: string) => void;
  finder: Ref<Finder>;
}

/** Above the canvas: find a step, put in order, zoom. */
export function FlowTools({ flow, form, name, control, isTidy, onTidy, onFound, finder }: FlowToolsProps) {
  const { t } = useTranslation("flows");
  return (
    <>
      <FindStep flow={flow} control={control} finder={finder} onFound={onFound} />
      <span className={styles.gap} />
      <TakeAway flow={flow} form={form} name={name} />
      <IconButton
        label={t(isTidy ? "tidyAlready" : "tidy")}
        keys="shift+alt+t"
        icon={<Sparkles size={16} />}
        isDisabled={isTidy}
        onClick={onTidy}
      />
      <ZoomTools control={control} />
    </>
  );
}
