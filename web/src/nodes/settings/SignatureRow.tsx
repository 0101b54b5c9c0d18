import { Switch } from "antd";
import { useTranslation } from "@/i18n/words";
import { PropertyRow } from "@/ui/designer/PropertyRow";

interface SignatureRowProps {
  isRequired: boolean;
  onChange: (isRequired: boolean) => void;
}

/** Whether nobody goes on from the step without signing. */
export function SignatureRow({ isRequired, onChange }: SignatureRowProps) {
  const { t } = useTranslation("node");
  return (
    <PropertyRow label={t("signature.label")} help={t("signature.help")} isInline>
      {(id) => <Switch id={id} size="small" checked={isRequired} onChange={onChange} />}
    </PropertyRow>
  );
}
