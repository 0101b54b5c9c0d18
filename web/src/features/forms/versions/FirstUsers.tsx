import { Alert, Select } from "antd";
import { useTranslation } from "@/i18n/words";
import { useByName } from "@/ui/by_name";
import { FormRow } from "@/ui/FormRow";
import { leaveOnTab } from "@/ui/leave_on_tab";
import type { Opening } from "./opening";

/** A form that nobody may fill in yet is opened with its publication, or somebody who can is named. */
export function FirstUsers({ opening }: { opening: Opening }) {
  const { t } = useTranslation("forms");
  const byName = useByName();
  if (opening.is === "settled") return null;
  if (opening.is === "others'") return <Alert type="warning" showIcon title={t("publish.closed")} />;
  return (
    <FormRow label={t("publish.who")} help={t(opening.chosen.length > 0 ? "publish.whoHelp" : "publish.whoNobody")}>
      {(id) => (
        <Select
          id={id}
          mode="multiple"
          showSearch={byName}
          onInputKeyDown={leaveOnTab}
          options={opening.roles.map(({ id: value, name: label }) => ({ value, label }))}
          value={[...opening.chosen]}
          onChange={opening.choose}
        />
      )}
    </FormRow>
  );
}
