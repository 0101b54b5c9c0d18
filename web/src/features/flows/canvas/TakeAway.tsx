import { Dropdown } from "antd";
import { ImageDown } from "lucide-react";
import { useConditionWords } from "@/fields/condition/condition_words";
import { useTranslation } from "@/i18n/words";
import type { FlowDefinition } from "@/model/flow";
import type { FormDefinition } from "@/model/form";
import { drawingOf } from "@/nodes/drawing/drawing";
import { lineWords } from "@/nodes/drawing/line_words";
import { IconButton } from "@/ui/IconButton";
import { toast } from "@/ui/toast";
import type { PictureKind } from "./take_away";

interface TakeAwayProps {
  flow: FlowDefinition;
  form: FormDefinition;
  /** Of the file. */
  name: string;
}

/** The drawing as a picture, for manuals and mails. */
export function TakeAway({ flow, form, name }: TakeAwayProps) {
  const { t } = useTranslation("flows");
  const { t: word } = useTranslation("node");
  const { t: lines } = useTranslation("condition");
  const words = useConditionWords(form);
  const take = async (kind: PictureKind) => {
    const [{ pictureOf }, { takeAway }] = await Promise.all([import("@/nodes/drawing/picture"), import("./take_away")]);
    const picture = pictureOf(flow, drawingOf(flow), {
      name: (node) => node.name || word(`kind.${node.step.kind}.label`),
      kind: (node) => word(`kind.${node.step.kind}.label`),
      line: (edge) => lineWords(edge, flow, words, lines),
    });
    await takeAway(picture, kind, name);
  };
  return (
    <Dropdown
      trigger={["click"]}
      menu={{
        items: [
          { key: "svg", label: t("picture.svg") },
          { key: "png", label: t("picture.png") },
        ],
        onClick: ({ key }) => void take(key as PictureKind).catch(toast.problem),
      }}
    >
      <span>
        <IconButton label={t("picture.label")} icon={<ImageDown size={16} />} onClick={() => undefined} />
      </span>
    </Dropdown>
  );
}
