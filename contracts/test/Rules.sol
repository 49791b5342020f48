// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title The claim rules once more, as plainly as they can be said, for the contracts to be compared with.
library Rules {
    struct Waits {
        uint256 refund;
        uint256 owner;
        uint256 any;
    }

    struct Record {
        address author;
        uint64 label;
        uint256 addedTime;
        uint256 deposit;
        uint256 left;
        uint256 claims;
        bool reported;
    }

    struct Claimer {
        address who;
        bool isModelOwner;
        bool hasClaimed;
        uint256 valid;
    }

    /// @dev What an added sample costs.
    function price(uint256 costWeight, uint256 rest) internal pure returns (uint256) {
        uint256 root = 1;
        while ((root + 1) * (root + 1) <= rest) {
            root++;
        }
        return costWeight * 3600 / root;
    }

    function stakeableRefund(Record memory sample, Claimer memory claimer, Waits memory waits, uint64 prediction)
        internal
        view
        returns (bool allowed, uint256 amount)
    {
        allowed = sample.author == claimer.who && !claimer.hasClaimed && sample.left > 0
            && block.timestamp >= sample.addedTime + waits.refund && prediction == sample.label;
        amount = sample.left;
    }

    function stakeableReport(
        Record memory sample,
        Claimer memory claimer,
        Waits memory waits,
        uint64 prediction,
        uint256 totalGood
    ) internal view returns (bool allowed, uint256 amount) {
        if (sample.left == 0) return (false, 0);
        uint256 age = block.timestamp - sample.addedTime;
        if (age >= waits.any || (age >= waits.owner && claimer.isModelOwner)) return (true, sample.left);
        allowed = sample.author != claimer.who && !claimer.hasClaimed && age >= waits.refund
            && prediction != sample.label && claimer.valid > 0;
        if (!allowed) return (false, 0);
        amount = sample.deposit * claimer.valid / totalGood;
        if (amount == 0) amount = sample.left;
        if (amount > sample.left) amount = sample.left;
    }

    function pointsRefund(Record memory sample, Claimer memory claimer, Waits memory waits, uint64 prediction)
        internal
        view
        returns (bool allowed)
    {
        allowed = sample.author == claimer.who && !claimer.hasClaimed
            && block.timestamp - sample.addedTime >= waits.refund && prediction == sample.label;
    }

    function pointsReport(Record memory sample, Claimer memory claimer, Waits memory waits, uint64 prediction)
        internal
        view
        returns (bool allowed)
    {
        allowed = sample.author != claimer.who && !sample.reported && !claimer.hasClaimed
            && block.timestamp - sample.addedTime >= waits.refund && prediction != sample.label;
    }
}
