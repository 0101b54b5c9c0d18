import { Button, Input } from "antd";
import { type FormEvent, useState } from "react";
import { teams } from "@/api/directory";
import { useTranslation } from "@/i18n/words";
import { hasSameContent } from "@/model/content";
import type { Team } from "@/model/party";
import { EditSheet } from "@/ui/EditSheet";
import { FormRow } from "@/ui/FormRow";
import { SheetFooter } from "@/ui/SheetFooter";
import { useGroupEdit } from "./group_edit";
import { MembersField } from "./MembersField";

const FORM = "team-sheet";

export function TeamSheet({ team, onClose }: { team: Team | null; onClose: () => void }) {
  const { t } = useTranslation("directory");
  const [name, setName] = useState(team?.name ?? "");
  const [members, setMembers] = useState<readonly string[]>(team?.members ?? []);
  const isChanged = !hasSameContent([name, members], [team?.name ?? "", team?.members ?? []]);
  const { at, isSaving, save, remove } = useGroupEdit(teams, team, onClose);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim()) save({ name: name.trim(), members: [...members] });
  };
  const end = team && (
    <Button danger onClick={() => void remove()}>
      {t("team.delete")}
    </Button>
  );
  const footer = <SheetFooter form={FORM} isBusy={isSaving} isOff={!name.trim()} end={end} />;
  return (
    <EditSheet isChanged={isChanged} onClose={onClose} title={t(team ? "team.edit" : "team.add")} footer={footer}>
      <form id={FORM} onSubmit={submit}>
        <FormRow label={t("team.name")} help={t("team.nameHelp")} isRequired problem={at("name")}>
          {(id) => (
            <Input
              id={id}
              autoFocus={!team}
              maxLength={100}
              status={at("name") ? "error" : ""}
              value={name}
              onChange={({ target }) => setName(target.value)}
            />
          )}
        </FormRow>
        <MembersField value={members} onChange={setMembers} problem={at("members")} />
      </form>
    </EditSheet>
  );
}
