// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QFutureWatcher>
#include <QPointer>
#include <QSet>

#include <vector>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace inverso::ui {

class Figure;

/// Writes all figures of a window that show something into a folder, in the ticked formats: one after another, so that
/// the window stays responsive, with progress and a way to stop.
class FigureExport : public QDialog
{
    Q_OBJECT

public:
    /// The figures are children of `window`, looked up when they are written.
    explicit FigureExport(QWidget& window);
    /// Waits for the file that is being written.
    ~FigureExport() override;

    /// The figures that show something.
    [[nodiscard]] std::vector<Figure*> figures() const;
    /// Whether files are being written.
    [[nodiscard]] bool isWriting() const { return m_writing; }

public slots:
    /// Writes them; asks once about existing files.
    void write();
    /// Files written so far are kept.
    void cancel();
    /// Cancels and closes.
    void reject() override;

private:
    struct File
    {
        QPointer<QWidget> figure;
        QString path;
    };
    QWidget* createFolder();
    QWidget* createFormats();
    QWidget* createButtons();
    void chooseFolder();
    [[nodiscard]] QStringList paths(const Figure& figure) const;
    [[nodiscard]] std::vector<File> files() const;
    void begin(std::vector<File> files);
    void writeNext();
    void onWritten();
    void end(const QString& sentence);
    void updateState();
    void say(const QString& sentence);

    QWidget& m_window;
    QLineEdit* m_folder;
    QWidget* m_choices; ///< disabled while files are written
    QComboBox* m_scale;
    std::vector<QCheckBox*> m_formats;
    QLabel* m_result;
    QProgressBar* m_progress;
    QPushButton* m_write = nullptr;
    QPushButton* m_cancel = nullptr;
    QSet<QString> m_replaceable; ///< files that the user agreed to replace
    std::vector<File> m_files;
    std::size_t m_written = 0;
    int m_figures = 0;
    bool m_writing = false;
    QFutureWatcher<QString> m_file; ///< the file that is being written
};

} // namespace inverso::ui
