import { Segmented, Switch } from "antd";
import { useTranslation } from "@/i18n/words";
import { PHONE_HEIGHTS, type PhoneHeight } from "@/model/report";
import { PropertyRow } from "@/ui/designer/PropertyRow";
import type { PhoneEdits } from "../edits/phone_edits";
import type { OnPhone } from "../view/phone";

/** How high a tile is on a phone, and whether it is there. */
export function PhoneRows({ placed, edits }: { placed: OnPhone; edits: PhoneEdits }) {
  const { t } = useTranslation("boards");
  const { tile, height, isHidden } = placed;
  const options = [
    { value: "" as const, label: t("device.height.auto") },
    ...PHONE_HEIGHTS.map((value) => ({ value, label: t(`device.height.${value}`) })),
  ];
  return (
    <>
      <PropertyRow label={t("device.size")}>
        {(id) => (
          <Segmented<PhoneHeight | "">
            id={id}
            block
            size="small"
            aria-label={t("device.size")}
            disabled={isHidden}
            value={height ?? ""}
            options={options}
            onChange={(next) => edits.height(tile.id, next || null)}
          />
        )}
      </PropertyRow>
      <PropertyRow label={t("device.shown")} isInline>
        {(id) => <Switch id={id} size="small" checked={!isHidden} onChange={(is) => edits.hide(tile.id, !is)} />}
      </PropertyRow>
    </>
  );
}
