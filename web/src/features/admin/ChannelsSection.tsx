import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { Plus } from "lucide-react";
import { useState } from "react";
import { type Channel, channelsQuery } from "@/api/channels";
import { useTranslation } from "@/i18n/words";
import { EmptyState } from "@/ui/EmptyState";
import { QueryView } from "@/ui/QueryView";
import { ListSkeleton } from "@/ui/Skeletons";
import styles from "./admin.module.css";
import { ChannelRow } from "./ChannelRow";
import { ChannelSheet } from "./ChannelSheet";
import { SectionPage } from "./SectionPage";

/** Group robots: the ways messages leave the house. */
export function ChannelsSection() {
  const { t } = useTranslation("admin");
  const query = useQuery(channelsQuery);
  const [edited, setEdited] = useState<Channel | "new" | null>(null);
  const add = (
    <Button type="primary" icon={<Plus size={16} />} onClick={() => setEdited("new")}>
      {t("channel.add")}
    </Button>
  );
  return (
    <SectionPage section="channels" action={add}>
      <QueryView
        query={query}
        skeleton={<ListSkeleton count={3} />}
        isEmpty={(channels) => channels.length === 0}
        empty={<EmptyState art="inbox" title={t("channel.empty")} text={t("channel.emptyText")} action={add} />}
      >
        {(channels) => (
          <ul className={styles.list}>
            {channels.map((channel) => (
              <ChannelRow key={channel.id} channel={channel} onEdit={() => setEdited(channel)} />
            ))}
          </ul>
        )}
      </QueryView>
      {edited && <ChannelSheet channel={edited === "new" ? null : edited} onClose={() => setEdited(null)} />}
    </SectionPage>
  );
}
