import { useIsMutating, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { directoryQuery, rolesQuery } from "@/api/directory";
import { useTranslation } from "@/i18n/words";
import { EditSheet } from "@/ui/EditSheet";
import { QueryView } from "@/ui/QueryView";
import { SheetFooter } from "@/ui/SheetFooter";
import { FormSkeleton } from "@/ui/Skeletons";
import { PasswordOnce } from "./PasswordOnce";
import { UserAccess } from "./UserAccess";
import { UserFields } from "./UserFields";
import { draftOf } from "./user_draft";
import { SAVE_USER, useUserEdit } from "./user_edit";

interface UserSheetProps {
  /** `null`: a new person. */
  id: string | null;
  /** Where a new person begins. */
  department: string | null;
  onClose: () => void;
}

const FORM = "user-sheet";

/** An administrator makes a person, or changes one. */
export function UserSheet({ id, department, onClose }: UserSheetProps) {
  const { t } = useTranslation("directory");
  const { data: directory } = useQuery(directoryQuery);
  const roles = useQuery(rolesQuery);
  const [isChanged, setChanged] = useState(false);
  const isSaving = useIsMutating({ mutationKey: SAVE_USER }) > 0;
  const known = directory?.users.find((user) => user.id === id) ?? null;
  const footer = <SheetFooter form={FORM} isBusy={isSaving} isOff={!roles.data} />;
  return (
    <EditSheet
      isChanged={isChanged}
      onClose={onClose}
      title={id ? (known?.name ?? t("user.card")) : t("user.add")}
      footer={footer}
    >
      <QueryView query={roles} skeleton={<FormSkeleton />}>
        {(all) => <Filled id={id} first={draftOf(known, department, all)} onChanged={setChanged} onClose={onClose} />}
      </QueryView>
    </EditSheet>
  );
}

interface FilledProps {
  id: string | null;
  /** What it begins with; later changes of others do not touch what is typed here. */
  first: ReturnType<typeof draftOf>;
  onChanged: (isChanged: boolean) => void;
  onClose: () => void;
}

function Filled({ id, first, onChanged, onClose }: FilledProps) {
  const edit = useUserEdit(id, first, onClose);
  useEffect(() => onChanged(edit.isChanged), [edit.isChanged, onChanged]);
  return (
    <>
      <form
        id={FORM}
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          edit.save();
        }}
      >
        <UserFields draft={edit.draft} give={edit.give} at={edit.at} without={id ?? undefined} />
      </form>
      {edit.id && <UserAccess user={edit.id} onPassword={edit.givePassword} />}
      {edit.password && (
        <PasswordOnce
          login={edit.draft.user.login}
          name={edit.draft.user.name}
          password={edit.password}
          onClose={edit.forgetPassword}
        />
      )}
    </>
  );
}
