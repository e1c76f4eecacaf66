// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/latent_space.h"
#include "core/model/weights.h"
#include "core/projection/latent_map.h"
#include "core/session/fingerprint.h"
#include "tests/core/base/error_text.h"

#include <QTemporaryDir>
#include <QtTest>

#include <fstream>
#include <limits>

using namespace inverso;

namespace {

LatentMap smallMap()
{
    LatentMap map{.positions = Matrix(3, 2),
                  .space = "nasbench201",
                  .weightsHash = "0123456789abcdef",
                  .perplexity = 29.5,
                  .iterations = 750,
                  .seed = 18446744073709551615ULL,
                  .klDivergence = 1.25};
    map.positions.values = {1.0F, -2.0F, 3.5F, 0.1F, 1e-7F, -1e7F};
    return map;
}

} // namespace

class TestMapFile : public QObject
{
    Q_OBJECT

private slots:
    void testReadsWhatWasWritten()
    {
        const std::filesystem::path path = file("map.safetensors");
        const LatentMap map = smallMap();
        map.write(path);
        const LatentMap read = LatentMap::read(path);
        QCOMPARE(read.positions.rows, std::size_t(3));
        QCOMPARE(read.positions.columns, std::size_t(2));
        QCOMPARE(read.positions.values, map.positions.values);
        QCOMPARE(read.space, map.space);
        QCOMPARE(read.weightsHash, map.weightsHash);
        QCOMPARE(read.perplexity, map.perplexity);
        QCOMPARE(read.iterations, map.iterations);
        QCOMPARE(read.seed, map.seed);
        QCOMPARE(read.klDivergence, map.klDivergence);
    }

    void testBadFiles()
    {
        const std::filesystem::path path = file("bad.safetensors");
        const auto problem = [&] { return errorText([&] { (void)LatentMap::read(path); }); };
        COMPARE_CONTAINS(problem(), "bad.safetensors");
        std::ofstream(path) << "arch,x,y\n";
        COMPARE_CONTAINS(problem(), "cannot be used");
        LatentMap map = smallMap();
        map.positions.values[3] = std::numeric_limits<float>::quiet_NaN();
        map.write(path);
        COMPARE_CONTAINS(problem(), "not a finite number");
        smallMap().write(path);
        std::filesystem::resize_file(path, std::filesystem::file_size(path) - 4);
        COMPARE_CONTAINS(problem(), "cannot be used");
        std::filesystem::copy_file(findWeights("nasbench201", "default"), path,
                                   std::filesystem::copy_options::overwrite_existing);
        COMPARE_CONTAINS(problem(), "contains no map");
    }

    void testTheMapOfTheShippedWeightsIsFound()
    {
        const auto map = findLatentMap("nasbench201", fileHash(findWeights("nasbench201", "default")));
        if (!map)
            QFAIL("resources/maps has no map of the shipped weights; ./dev map makes it");
        QCOMPARE(map->positions.rows, std::size_t(searchSpace("nasbench201").size()));
        QVERIFY(map->klDivergence > 0.0);
    }

    void testOtherWeightsHaveNone()
    {
        QVERIFY(!findLatentMap("nasbench201", "0123456789abcdef"));
        QVERIFY(!findLatentMap("unknown", fileHash(findWeights("nasbench201", "default"))));
    }

private:
    std::filesystem::path file(const char* name) { return m_folder.filePath(name).toStdString(); }

    QTemporaryDir m_folder;
};

QTEST_APPLESS_MAIN(TestMapFile)
#include "tst_map_file.moc"
