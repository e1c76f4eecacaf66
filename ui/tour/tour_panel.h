// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/tour/tour_pages.h"
#include "ui/tour/tour_progress.h"
#include "ui/tour/tour_stage.h"

#include <QPointer>
#include <QWidget>

#include <vector>

class QAction;
class QComboBox;
class QLabel;
class QPushButton;
class QScrollArea;

namespace inverso::ui {

class ExperimentCard;
class TourFrame;

/// The guided tour, for a dock: one page at a time, with an explanation, an experiment, and a frame around the widget
/// that it describes. A page is entered when the panel becomes visible. It is left when another page is shown or the
/// panel is closed, which undoes its changes.
class TourPanel : public QWidget
{
    Q_OBJECT

public:
    /// `stage` outlives the panel, or at least its last event.
    explicit TourPanel(TourStage& stage, std::span<const TourPage> pages = tourPages(), QWidget* parent = nullptr);
    ~TourPanel() override;

    [[nodiscard]] int page() const { return m_progress.page(); }
    [[nodiscard]] bool isEntered() const { return m_entered; }
    [[nodiscard]] QSize sizeHint() const override { return {310, 560}; }

public slots:
    void showPage(int page);
    void showNext();
    void showPrevious();

signals:
    /// The last page is finished; the owner closes the panel.
    void finished();

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void createActions();
    QWidget* createHead();
    QWidget* createBody();
    QWidget* createFoot();
    [[nodiscard]] const TourPage& current() const;
    [[nodiscard]] bool holds(const char* predicate) const;
    void enter();
    void leave();
    void perform(const char* script);
    void fill();
    void check();
    void refreshMarks();
    void scaleTitle();

    TourStage& m_stage;
    std::span<const TourPage> m_pages;
    TourProgress m_progress;
    bool m_entered = false;
    std::vector<TourStage::Undo> m_undo; ///< of the page's changes, in order
    QPointer<TourFrame> m_frame;         ///< owned by its window, which may be deleted first
    QAction* m_previous;
    QAction* m_next;
    QComboBox* m_list;
    QLabel* m_position;
    QScrollArea* m_scroll;
    QLabel* m_title;
    QLabel* m_text;
    ExperimentCard* m_experiment;
    QPushButton* m_previousButton;
    QPushButton* m_nextButton;
};

} // namespace inverso::ui
