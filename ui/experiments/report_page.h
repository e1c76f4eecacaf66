// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"

#include <QScrollArea>

#include <span>
#include <vector>

class QLabel;
class QVBoxLayout;

namespace inverso::ui {

class ReportFigure;
class ReportTableView;

/// Sections of a report one below the other: heading, notes, table, plots.
class ReportPage : public QScrollArea
{
    Q_OBJECT

public:
    explicit ReportPage(QWidget* parent = nullptr);

    /// Sections that only have new numbers keep their scroll position and selection.
    void show(std::span<const ReportSection> sections);

private:
    struct Shown
    {
        ReportSection section; ///< as it is shown
        QWidget* box = nullptr;
        QLabel* notes = nullptr;
        ReportTableView* table = nullptr;
        std::vector<ReportFigure*> figures;
    };
    [[nodiscard]] bool isAlike(std::span<const ReportSection> sections) const;
    void build(std::span<const ReportSection> sections);
    void fill(Shown& shown, const ReportSection& section);

    QWidget* m_content;
    QVBoxLayout* m_layout;
    std::vector<Shown> m_shown;
};

} // namespace inverso::ui
