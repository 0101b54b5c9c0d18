import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useTranslation } from "@/i18n/words";
import { EmptyState } from "@/ui/EmptyState";

/** For those who may fill the form in and see nothing of the others: their own is in the inbox. */
export function OnlyFill({ form }: { form: string }) {
  const { t } = useTranslation("records");
  const ways = (
    <>
      <Link to="/inbox" search={{ tab: "started" }}>
        <Button>{t("started")}</Button>
      </Link>{" "}
      <Link to="/new/$form" params={{ form }}>
        <Button type="primary">{t("add")}</Button>
      </Link>
    </>
  );
  return <EmptyState art="locked" title={t("onlyFill")} text={t("onlyFillText")} action={ways} />;
}
