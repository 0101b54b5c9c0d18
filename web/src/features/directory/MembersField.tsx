import { useTranslation } from "@/i18n/words";
import { FormRow } from "@/ui/FormRow";
import { PeopleSelect } from "@/ui/PeopleSelect";

interface MembersFieldProps {
  value: readonly string[];
  onChange: (value: string[]) => void;
  problem: string | undefined;
}

/** The people of a team or a role. */
export function MembersField({ value, onChange, problem }: MembersFieldProps) {
  const { t } = useTranslation("directory");
  return (
    <FormRow label={t("members")} help={t("memberCount", { count: value.length })} problem={problem}>
      {(id) => (
        <PeopleSelect id={id} label={t("members")} value={value} onChange={onChange} isInvalid={Boolean(problem)} />
      )}
    </FormRow>
  );
}
