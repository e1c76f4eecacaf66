// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

#include <vector>

namespace inverso::ui {

/// A page of the manual, as listed on its first page, docs/README.md.
struct ManualPage
{
    QString chapter;
    QString title;
    QString file; ///< "map.md"

    [[nodiscard]] QUrl url() const;
};

/// The pages in the order of the first page, which is itself the first, without a chapter.
const std::vector<ManualPage>& manualPages();
/// The Markdown text of a page; empty if the file does not exist.
QString manualText(const QString& file);
/// The file of the page that explains a pane, by the name of its dock (see Panes), or the window of "experiments"; the
/// first page for others.
QString manualPageOf(const QString& pane);

} // namespace inverso::ui
