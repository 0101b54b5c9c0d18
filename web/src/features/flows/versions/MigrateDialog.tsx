import { useQuery } from "@tanstack/react-query";
import { Modal, Skeleton } from "antd";
import { type FormHead, versionQuery } from "@/api/drafts";
import { useTranslation } from "@/i18n/words";
import { QueryView } from "@/ui/QueryView";
import { MigrationReport } from "./MigrationReport";
import { takeOver, useMigrationPlan } from "./migration";

/** Orders that go by older versions, before they are taken over to the newest. */
export default function MigrateDialog({ head, onClose }: { head: FormHead; onClose: () => void }) {
  const { t } = useTranslation("flows");
  const plan = useMigrationPlan(head, null);
  const live = useQuery(versionQuery("flow", head.id, head.flow_version));
  const movable = plan.query.data?.movable ?? [];
  const move = () => {
    void takeOver(head.id, head.flow_version, movable, plan.nodes);
    onClose();
  };
  return (
    <Modal
      open
      title={t("migration.title", { version: head.flow_version })}
      okText={t("migration.button", { count: movable.length })}
      okButtonProps={{ disabled: plan.isLooking || movable.length === 0 }}
      cancelText={t("cancel", { ns: "common" })}
      onOk={move}
      onCancel={onClose}
    >
      <QueryView query={live} skeleton={<Skeleton active />}>
        {({ definition }) => (
          <QueryView query={plan.query} skeleton={<Skeleton active />}>
            {(rehearsal) => <MigrationReport plan={plan} rehearsal={rehearsal} target={definition} />}
          </QueryView>
        )}
      </QueryView>
    </Modal>
  );
}
