// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/images/image_set.h"
#include "tests/core/base/error_text.h"
#include "tests/core/base/odd_paths.h"
#include "tests/core/live/small_images.h"

#include <QColor>
#include <QImage>
#include <QtTest>

#include <thread>
#include <zlib.h>

using namespace inverso;

namespace fs = std::filesystem;

class TestImageSet : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_temporary = std::make_unique<QTemporaryDir>();
        m_folder = fs::path(m_temporary->path().toStdString()) / "quarters";
        writeSmallFolder(m_folder);
    }

    void testIdxFolder()
    {
        const auto data = openImages(m_folder.string());
        QCOMPARE(data->name, std::string("quarters"));
        QCOMPARE(data->classes, 4);
        QCOMPARE(data->training.count, 256);
        QCOMPARE(data->training.height, 16);
        QVERIFY(data->training.pixels == smallImages(256, 1).pixels);
        QVERIFY(data->test.labels == smallImages(64, 2).labels);
        QCOMPARE(data->checksum(), smallData()->checksum());
    }

    void testGzip()
    {
        const std::string packed = pack(m_folder / "train-images-idx3-ubyte");
        fs::remove(m_folder / "train-images-idx3-ubyte");
        QCOMPARE(openImages(m_folder.string())->checksum(), smallData()->checksum());

        // Cut off, and with a byte changed.
        fs::resize_file(packed, fs::file_size(packed) / 2);
        COMPARE_CONTAINS(opening(), packed);
        COMPARE_CONTAINS(opening(), "compression is broken");
        writeSmallFolder(m_folder);
        pack(m_folder / "train-images-idx3-ubyte");
        fs::remove(m_folder / "train-images-idx3-ubyte");
        std::fstream file(packed, std::ios::in | std::ios::out | std::ios::binary);
        file.seekp(static_cast<std::streamoff>(fs::file_size(packed) / 2));
        file.put('\x55').put('\xaa').put('\x55');
        file.close();
        COMPARE_CONTAINS(opening(), "compression is broken");
    }

    // Of zeros that would unpack to half a gigabyte no more is unpacked than the header says.
    void testAPackedFileThatGoesOnAndOn()
    {
        const fs::path images = m_folder / "train-images-idx3-ubyte";
        writeIdx(images, {2, 16, 16}, std::vector<std::uint8_t>(2 * 16 * 16));
        const std::string packed = pack(images);
        fs::remove(images);
        const gzFile file = gzopen(packed.c_str(), "ab1"); // a second member is read on as if it were one
        const std::vector<char> zeros(std::size_t{1} << 20);
        for (int i = 0; i < 512; ++i)
            QVERIFY(gzwrite(file, zeros.data(), static_cast<unsigned>(zeros.size())) > 0);
        QCOMPARE(gzclose(file), Z_OK);
        QElapsedTimer time;
        time.start();
        COMPARE_CONTAINS(opening(), "has more bytes of data, but its header says 512");
        QVERIFY2(time.elapsed() < 1000, qPrintable(QString::number(time.elapsed())));
    }

    void testBadFiles()
    {
        const fs::path images = m_folder / "train-images-idx3-ubyte";
        fs::resize_file(images, fs::file_size(images) - 1);
        COMPARE_CONTAINS(opening(), "its header says");
        fs::resize_file(images, 9);
        COMPARE_CONTAINS(opening(), "within its header");
        std::ofstream(images) << "not images";
        COMPARE_CONTAINS(opening(), "not an IDX file");
        writeIdx(images, {0xffffffff, 0xffffffff, 2}, {});
        COMPARE_CONTAINS(opening(), "impossible size");
        fs::remove(images);
        COMPARE_CONTAINS(opening(), "has no file train-images-idx3");
        COMPARE_CONTAINS(errorText([] { openImages("/nowhere"); }), "no folder /nowhere");
    }

    void testLabelsOfOtherImages()
    {
        ImageSet fewer = smallImages(255, 1);
        writeIdx(m_folder / "train-labels-idx1-ubyte", {255}, fewer.labels);
        COMPARE_CONTAINS(opening(), "256 images");
        COMPARE_CONTAINS(opening(), "255 labels");
    }

    void testOneClass()
    {
        writeIdx(m_folder / "train-labels-idx1-ubyte", {256}, std::vector<std::uint8_t>(256, 3));
        COMPARE_CONTAINS(opening(), "to one class");
    }

    // A folder of pictures for each class; one in colour makes all so.
    void testPictures()
    {
        const QString folder = m_temporary->filePath(QStringLiteral("pictures"));
        for (const char* name : {"cats", "dogs"}) {
            QVERIFY(QDir().mkpath(folder + '/' + name));
            for (int i = 0; i < 6; ++i) {
                QImage picture(12, 10, QImage::Format_Grayscale8);
                picture.fill(QColor(10 * i, 10 * i, 10 * i));
                QVERIFY(picture.save(QStringLiteral("%1/%2/%3.png").arg(folder, name).arg(i)));
            }
        }
        const std::string path = folder.toStdString();
        auto data = openImages(path);
        QCOMPARE(data->classes, 2);
        QCOMPARE(data->training.count, 10); // the fifth of each class is for test
        QCOMPARE(data->test.count, 2);
        QCOMPARE(data->training.channels, 1);
        QCOMPARE(data->training.height, 10);
        QCOMPARE(static_cast<int>(data->training.image(1)[0]), 10);
        QCOMPARE(static_cast<int>(data->test.image(0)[0]), 40);
        QCOMPARE(static_cast<int>(data->training.labels[9]), 1);

        QImage red(12, 10, QImage::Format_RGB32);
        red.fill(Qt::red);
        QVERIFY(red.save(folder + QStringLiteral("/dogs/0.jpg"), "JPG", 100));
        QVERIFY(QFile::remove(folder + QStringLiteral("/dogs/0.png")));
        data = openImages(path);
        QCOMPARE(data->training.channels, 3);
        QVERIFY(data->training.image(5)[0] > 240 && data->training.image(5)[2 * 120] < 15);
        QCOMPARE(static_cast<int>(data->training.image(1)[2 * 120]), 10);

        const auto opening = [&] { return errorText([&] { openImages(path); }); };
        QVERIFY(QImage(8, 8, QImage::Format_Grayscale8).save(folder + QStringLiteral("/dogs/9.png")));
        COMPARE_CONTAINS(opening(), "different sizes");
        std::ofstream(path + "/dogs/9.png") << "no picture";
        COMPARE_CONTAINS(opening(), path + "/dogs/9.png");
        std::filesystem::remove_all(path + "/dogs");
        std::filesystem::create_directories(path + "/dogs");
        COMPARE_CONTAINS(opening(), "to one class");
    }

    // Asked to stop while it reads, it does so at once, long before it has read all.
    // A sentence, not an exception of std::filesystem.
    void testOddPaths()
    {
        for (const fs::path& odd : oddPaths(m_temporary->path().toStdString()))
            COMPARE_CONTAINS(errorText([&] { openImages(odd.string()); }), "Cannot read " + odd.string());
        COMPARE_CONTAINS(errorText([&] { openImages(pathThroughFile(m_folder)); }), "There is no folder");
        fs::create_symlink(m_folder / "loop", m_folder / "loop"); // beside the files: not a class
        QCOMPARE(openImages(m_folder.string())->classes, 4);
    }

    void testStops()
    {
        const QString picture = m_temporary->filePath(QStringLiteral("picture.png"));
        QVERIFY(QImage(128, 128, QImage::Format_RGB32).save(picture));
        const fs::path folder = m_folder.parent_path() / "slow";
        writeSlowFolder(folder, picture.toStdString(), 40000);
        std::stop_source stop;
        const std::jthread canceller([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
            stop.request_stop();
        });
        QVERIFY_EXCEPTION_THROWN(openImages(folder.string(), stop.get_token()), Cancelled);

        const auto data = openImages(m_folder.string()); // and of IDX files every part heeds it
        QVERIFY_EXCEPTION_THROWN(openImages(m_folder.string(), stop.get_token()), Cancelled);
        QVERIFY_EXCEPTION_THROWN((void)data->checksum(stop.get_token()), Cancelled);
    }

    void testFashionMnist()
    {
        if (!fs::exists("/usr/share/datasets/fashion-mnist"))
            QSKIP("dataset-fashion-mnist is not installed.");
        const auto data = openImages("fashion-mnist");
        QCOMPARE(data->training.count, 60000);
        QCOMPARE(data->test.count, 10000);
        QCOMPARE(data->classes, 10);
    }

private:
    [[nodiscard]] std::string opening() const
    {
        return errorText([&] { openImages(m_folder.string()); });
    }

    // Writes path.gz and says its name.
    static std::string pack(const fs::path& path)
    {
        std::ifstream file(path, std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(file), {}};
        const std::string packed = path.string() + ".gz";
        gzFile out = gzopen(packed.c_str(), "wb");
        gzwrite(out, bytes.data(), static_cast<unsigned>(bytes.size()));
        gzclose(out);
        return packed;
    }

    std::unique_ptr<QTemporaryDir> m_temporary;
    fs::path m_folder;
};

QTEST_APPLESS_MAIN(TestImageSet)
#include "tst_image_set.moc"
