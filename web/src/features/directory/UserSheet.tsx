import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { directoryQuery, rolesQuery } from "@/api/directory";
import { BottomSheet } from "@/ui/BottomSheet";
import { ErrorState } from "@/ui/ErrorState";
import { FormSkeleton } from "@/ui/Skeletons";
import { PasswordOnce } from "./PasswordOnce";
import { UserAccess } from "./UserAccess";
import { UserFields } from "./UserFields";
import { draftOf } from "./user_draft";
import { useUserEdit } from "./user_edit";

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
  const known = directory?.users.find((user) => user.id === id) ?? null;
  const title = id ? (known?.name ?? t("user.card")) : t("user.add");
  if (!roles.data || !directory) {
    return (
      <BottomSheet open onClose={onClose} title={title}>
        {roles.error ? <ErrorState error={roles.error} onRetry={() => void roles.refetch()} /> : <FormSkeleton />}
      </BottomSheet>
    );
  }
  const first = draftOf(known, department, roles.data);
  return <Filled key={id ?? "new"} id={id} title={title} first={first} onClose={onClose} />;
}

interface FilledProps {
  id: string | null;
  title: string;
  first: ReturnType<typeof draftOf>;
  onClose: () => void;
}

function Filled({ id, title, first, onClose }: FilledProps) {
  const { t } = useTranslation();
  const edit = useUserEdit(id, first, onClose);
  const footer = (
    <Button type="primary" block htmlType="submit" form={FORM} disabled={!edit.canSave} loading={edit.isSaving}>
      {t("save")}
    </Button>
  );
  return (
    <BottomSheet open onClose={onClose} title={title} footer={footer}>
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
    </BottomSheet>
  );
}
